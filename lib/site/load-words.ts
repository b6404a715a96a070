import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { StyleSetting } from "#lib/style/check-style";
import { loadGlossary, type GlossaryTerm } from "./glossary.ts";
import { loadNouns } from "./load-nouns.ts";
import { loadStyle } from "./load-style.ts";
import { loadTopics, type Topic } from "./topics.ts";

/** The words that articles are held to; null for those of a file that has problems: nothing is held against them. */
export interface Words {
  readonly nouns: Nouns | null;
  readonly glossary: readonly GlossaryTerm[] | null;
  readonly topics: readonly Topic[] | null;
  readonly style: StyleSetting | null;
}

/** The nouns of prose, the glossary, the topics and the house dictionary of a folder of content, with all their problems. */
export async function loadWords(
  folder: string,
): Promise<{ words: Words; problems: readonly Problem[] }> {
  const [nouns, glossary, topics] = await Promise.all([
    loadNouns(folder),
    loadGlossary(folder),
    loadTopics(folder),
  ]);
  const terms = glossary.ok ? glossary.value : null;
  const named = topics.ok ? topics.value : null;
  const style = await loadStyle(folder, terms, named);
  return {
    words: {
      nouns: nouns.ok ? nouns.value : null,
      glossary: terms,
      topics: named,
      style: style.ok ? style.value : null,
    },
    problems: [nouns, glossary, topics, style].flatMap((one) => (one.ok ? [] : one.problems)),
  };
}
