import path from "node:path";
import type { ChartTexts } from "#lib/charts/load";
import type { Checked } from "#lib/series/checked";
import { formatProblem } from "#lib/series/problem";
import type { ContentState } from "./content-state.ts";
import { contentFolder } from "./content.ts";
import { readGlossary, type GlossaryTerm } from "./glossary.ts";
import { readTopics, type Topic } from "./topics.ts";

/** What pages show of the files that articles share, as the gate accepted them and not as they are by now. */
export interface SharedContent {
  readonly charts: ChartTexts;
  /** By name. Throws what the gate would have refused. */
  glossary(): readonly GlossaryTerm[];
  /** In the order written. Throws as `glossary` does. */
  topics(): readonly Topic[];
}

/** That of a state of the content. Words are read when first asked for. */
export function sharedContent({ texts }: Pick<ContentState, "texts">): SharedContent {
  const charts = [...texts].flatMap(([name, text]): [string, string][] =>
    name.startsWith("charts/") ? [[path.basename(name, ".yml"), text]] : [],
  );
  return {
    charts: { folder: path.join(contentFolder, "charts"), texts: new Map(charts) },
    glossary: wordsIn(texts, "glossary.yml", readGlossary),
    topics: wordsIn(texts, "topics.yml", readTopics),
  };
}

/** The words of a file; none where there is no such file. */
function wordsIn<T>(
  texts: ContentState["texts"],
  name: string,
  read: (text: string, file: string) => Checked<readonly T[]>,
): () => readonly T[] {
  let kept: readonly T[] | undefined;
  return () => (kept ??= acceptedWords(texts.get(name), path.join(contentFolder, name), read));
}

function acceptedWords<T>(
  text: string | undefined,
  file: string,
  read: (text: string, file: string) => Checked<readonly T[]>,
): readonly T[] {
  if (text === undefined) return [];
  const words = read(text, file);
  if (!words.ok) throw new Error(words.problems.map(formatProblem).join("\n"));
  return words.value;
}
