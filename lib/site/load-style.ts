import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { projectFolder } from "#lib/charts/content-folder";
import { chartIds } from "#lib/charts/load";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { parseYaml } from "#lib/series/yaml-text";
import { loadCatalogue } from "#lib/sources/catalogue";
import type { StyleSetting } from "#lib/style/check-style";
import { knownWords } from "#lib/style/spelling";
import type { GlossaryTerm } from "./glossary.ts";
import type { Topic } from "./topics.ts";
import { readWordsFile } from "./words-file.ts";

const wordForm = "expected one word of letters";
const shape = z.array(z.string(wordForm).regex(/^\p{L}[\p{L}\p{M}’'-]*$/u, wordForm));

/** The words of a house dictionary. Problems: those of `parseYaml`, and a word that stands twice. */
export function readDictionary(text: string, file: string): Checked<readonly string[]> {
  const parsed = parseYaml(text, shape, file);
  if (!parsed.ok) return parsed;
  const { value: words, placeOf } = parsed.value;
  const problems = words.flatMap((word, position) =>
    words.indexOf(word) === position
      ? []
      : [
          {
            kind: "twice",
            message: `"${word}" stands twice`,
            at: placeOf([position]),
            fix: "write it once",
          },
        ],
  );
  return problems.length > 0 ? refused(problems) : accepted(words);
}

/**
 * What the style of articles is held against: the house dictionary, which is the project's where the folder has none, the names
 * of areas, terms and topics, and the addresses there are.
 */
export async function loadStyle(
  folder: string,
  glossary: readonly GlossaryTerm[] | null,
  topics: readonly Topic[] | null,
): Promise<Checked<StyleSetting>> {
  const catalogue = loadCatalogue();
  if (!catalogue.ok) return catalogue;
  const { areas, releases } = catalogue.value;
  const own = path.join(/* turbopackIgnore: true */ folder, "dictionary.yml");
  const file = existsSync(/* turbopackIgnore: true */ own)
    ? own
    : path.join(projectFolder, "dictionary.yml");
  const text = await readWordsFile(file);
  if (!text.ok) return text;
  const house = readDictionary(text.value ?? "[]", file);
  if (!house.ok) return house;
  const names = [
    ...areas.flatMap(({ name, names: printed, aliases = [] }) => [
      name,
      ...aliases,
      ...Object.values(printed),
    ]),
    ...(glossary ?? []).flatMap(({ name, also }) => [name, ...also]),
    ...(topics ?? []).map(({ name }) => name),
  ];
  return accepted({
    words: knownWords([...house.value, ...names]),
    addresses: {
      terms: glossary?.map(({ id }) => id) ?? null,
      charts: await chartIds(path.join(folder, "charts")),
      topics: topics?.map(({ slug }) => slug) ?? null,
      areas: areas.map(({ slug }) => slug),
      releases: releases.map(({ slug }) => slug),
    },
  });
}
