import type { Nouns } from "#lib/nouns/nouns";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { loadGlossary, type GlossaryTerm } from "./glossary.ts";
import { loadNouns } from "./load-nouns.ts";
import { loadTopics, type Topic } from "./topics.ts";

/** The words that articles are held to. */
export interface Words {
  readonly nouns: Nouns;
  readonly glossary: readonly GlossaryTerm[];
  readonly topics: readonly Topic[];
}

/** The nouns of prose, and the glossary and topics of a folder of content. All their problems at once. */
export async function loadWords(folder: string): Promise<Checked<Words>> {
  const [nouns, glossary, topics] = await Promise.all([
    loadNouns(),
    loadGlossary(folder),
    loadTopics(folder),
  ]);
  if (nouns.ok && glossary.ok && topics.ok) {
    return accepted({ nouns: nouns.value, glossary: glossary.value, topics: topics.value });
  }
  return refused([nouns, glossary, topics].flatMap((one) => (one.ok ? [] : one.problems)));
}
