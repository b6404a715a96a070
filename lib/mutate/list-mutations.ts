import { parseMdx } from "#lib/articles/mdx-tree";
import type { SeriesReader } from "#lib/series/reader";
import { createAlikeTest } from "./alike-words.ts";
import { mutateExpressions } from "./expression-mutations.ts";
import { readBlocks, type MarkedBlock } from "./marked-blocks.ts";
import type { DocumentName, Mutation } from "./mutation.ts";
import { mutateBlock } from "./text-mutations.ts";
import type { TrialArticle } from "./trial-gate.ts";

/** Every change of an article, of the headlines of its charts, and of their expressions, in the order of the text. */
export async function listMutations(
  { source, tree, headlines, basis }: TrialArticle,
  listed: ReadonlySet<string>,
  reader: SeriesReader,
): Promise<Mutation[]> {
  const documents: [DocumentName, MarkedBlock[]][] = [["article", readBlocks(tree, source)]];
  for (const [id, { text, at }] of headlines) {
    const parsed = parseMdx(text, at.file);
    if ("tree" in parsed) documents.push([`chart ${id}`, readBlocks(parsed.tree, text)]);
  }
  const mutations: Mutation[] = [];
  for (const [name, blocks] of documents) {
    for (const block of blocks) {
      mutations.push(
        ...mutateBlock(block, name, listed, await createAlikeTest(block, basis, reader)),
        ...(await mutateExpressions(block, name, reader)),
      );
    }
  }
  return mutations;
}
