import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { VintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { parseYaml } from "#lib/series/yaml-text";
import { outcomeOf } from "./label-value.ts";
import { questionOf, readRests, type Label, type LabelledText } from "./truth.ts";

const file = path.join("bench", "suggest", "news.yml");

const shape = z.array(
  z.strictObject({
    text: z.string().min(1),
    figures: z.array(
      z.strictObject({
        figure: z.string().min(1),
        outcome: z.enum(["supported", "drifted", "contradicted", "unknown"]),
        rests: z.array(z.string()),
      }),
    ),
  }),
);

/** Sentences of news with their labels. Throws where a label is not what the store says. */
export async function readNewsLabels(
  reader: SeriesReader,
  newest: VintageDate,
): Promise<LabelledText[]> {
  const parsed = parseYaml(await readFile(file, "utf8"), shape, file);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join("\n"));
  const texts: LabelledText[] = [];
  for (const [index, { text, figures }] of parsed.value.value.entries()) {
    const labels: Label[] = [];
    for (const { figure, outcome, rests } of figures) {
      const start = text.indexOf(figure);
      if (start < 0) throw new Error(`${file}: "${figure}" does not stand in "${text}"`);
      const trees = rests.map(readRests);
      const said = trees[0] ? await outcomeOf(trees[0], figure, reader, newest) : "unknown";
      if (said !== outcome) {
        throw new Error(`${file}: "${figure}" is labelled ${outcome}, and is ${said}: "${text}"`);
      }
      const end = start + figure.length;
      labels.push({ start, end, text: figure, rests: trees.map(questionOf), outcome });
    }
    const labelled = { start: 0, end: text.length };
    texts.push({ name: `news ${index + 1}`, text, labelled, labels });
  }
  return texts;
}
