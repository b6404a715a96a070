import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { givesAt, outcomeOf, readPrinted } from "./label-value.ts";
import { questionOf, readRests, type Label, type LabelledText } from "./truth.ts";

/** Press releases as published, where a machine has them. They are not part of the project. */
const samples = path.join("..", "shared", "tic", "press-releases", "samples");
const labelsFile = path.join("bench", "suggest", "labels.csv");

/** What stands between the prose of a release and its table. */
const table = /TIC Monthly Reports on Cross-Border/u;
const linkTarget = /\]\([^)]*\)/gu;

/**
 * `datum`: a figure of the release's table. `differs`: the prose gives another figure than the table of the same release.
 * `date` and `name`: digits that say when, or which.
 */
const row = z.object({
  release: z.custom<VintageDate>((day) => typeof day === "string" && isVintageDate(day)),
  quote: z.string().min(1),
  figure: z.string().min(1),
  kind: z.enum(["datum", "differs", "date", "name"]),
  line: z.string().regex(/^\d*$/u),
  period: z.string(),
});
type Row = z.infer<typeof row>;

/** The nine releases with their labels, held against the store; null on a machine that does not have them. */
export async function readPressLabels(
  reader: SeriesReader,
  newest: VintageDate,
): Promise<LabelledText[] | null> {
  if (!existsSync(samples)) return null;
  const rows = z
    .array(row)
    .parse(parse(await readFile(labelsFile, "utf8"), { columns: true, bom: true }));
  const names = (await readdir(samples)).filter((name) => name.endsWith(".md")).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(samples, name), "utf8");
      const own = rows.filter(({ release }) => name.startsWith(release));
      return readLabels(name, text, own, reader, newest);
    }),
  );
}

async function readLabels(
  name: string,
  text: string,
  rows: readonly Row[],
  reader: SeriesReader,
  newest: VintageDate,
): Promise<LabelledText> {
  const labelled = { start: text.indexOf("\n---", 3) + 4, end: text.search(table) };
  // Spaces of any kind are one: quotes were typed.
  const prose = text.slice(labelled.start, labelled.end).replace(/\s/gu, " ");
  const placed = rows.map((one) => ({ ...one, start: labelled.start + placeIn(prose, one, name) }));
  refuseUnlabelled(prose, labelled.start, placed, name);
  const labels: Label[] = [];
  for (const { figure, start, kind, line, period, release } of placed) {
    if (kind === "date" || kind === "name") continue;
    const tree = readRests(`at(press.line-${line}, ${period})`);
    const isOwn = await givesAt(tree, readPrinted(figure), reader, release);
    if (isOwn !== (kind === "datum")) {
      throw new Error(`${name}: "${figure}" is labelled ${kind}, and line ${line} says otherwise`);
    }
    const outcome = await outcomeOf(tree, figure, reader, newest);
    const rests = [questionOf(tree)];
    labels.push({ start, end: start + figure.length, text: figure, rests, outcome });
  }
  return { name, text, labelled, labels };
}

/** Where the figure of a quote stands. */
function placeIn(prose: string, { quote, figure }: Row, name: string): number {
  const at = prose.indexOf(quote);
  if (at < 0 || prose.includes(quote, at + 1)) {
    throw new Error(`${name}: expected "${quote}" once, found it ${at < 0 ? "nowhere" : "twice"}`);
  }
  return at + quote.indexOf(figure);
}

/** Throws for digits of the prose that have no label: what nobody looked at would count as a mistake of the reader. */
function refuseUnlabelled(
  prose: string,
  from: number,
  placed: readonly { readonly start: number; readonly figure: string }[],
  name: string,
): void {
  const targets = [...prose.matchAll(linkTarget)].map(({ index, 0: { length } }) => ({
    start: from + index,
    end: from + index + length,
  }));
  const known = [
    ...targets,
    ...placed.map(({ start, figure }) => ({ start, end: start + figure.length })),
  ];
  for (const { index, 0: digits } of prose.matchAll(/\d+/gu)) {
    const at = from + index;
    if (known.some(({ start, end }) => start <= at && at < end)) continue;
    const around = prose.slice(Math.max(0, index - 30), index + digits.length + 10);
    throw new Error(`${name}: no label for "${digits}" in "${around}"`);
  }
}
