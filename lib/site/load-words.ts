import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import { loadGlossary, type GlossaryTerm } from "./glossary.ts";
import { loadNouns } from "./load-nouns.ts";
import { loadTopics, type Topic } from "./topics.ts";

/** The words that articles are held to; null for those of a file that has problems: nothing is held against them. */
export interface Words {
  readonly nouns: Nouns | null;
  readonly glossary: readonly GlossaryTerm[] | null;
  readonly topics: readonly Topic[] | null;
}

/** The nouns of prose, the glossary and the topics of a folder of content, with all their problems. */
export async function loadWords(
  folder: string,
): Promise<{ words: Words; problems: readonly Problem[] }> {
  const [nouns, glossary, topics] = await Promise.all([
    loadNouns(folder),
    loadGlossary(folder),
    loadTopics(folder),
  ]);
  return {
    words: {
      nouns: nouns.ok ? nouns.value : null,
      glossary: glossary.ok ? glossary.value : null,
      topics: topics.ok ? topics.value : null,
    },
    problems: [nouns, glossary, topics].flatMap((one) => (one.ok ? [] : one.problems)),
  };
}
