import { seriesLimit } from "./limits.ts";
import { parseTokens } from "./parse-tokens.ts";
import type { Failure } from "./problem.ts";
import { createScope, type Definitions, type DefinitionUse } from "./scope.ts";
import { isSeriesNode } from "./series-node.ts";
import { readTokens } from "./tokens.ts";
import { nodesOf, partsOf, type Expression } from "./tree.ts";

export type ParseResult =
  | { readonly ok: true; readonly tree: Expression; readonly uses: readonly DefinitionUse[] }
  | Failure;

const noDefinitions: Definitions = new Map();

/**
 * Reads the text of an expression; a name that is defined stands for its definition, which may use those before it. Never
 * throws, and is bounded in length, depth, size and series (`limits.ts`). Gives every problem of spelling, else those of
 * structure up to the first that leaves the rest unreadable; what is wrong in a definition stands where it is used.
 */
export function parseExpression(text: string, definitions = noDefinitions): ParseResult {
  const { tokens, problems } = readTokens(text);
  if (problems.length > 0) return { ok: false, problems };
  const { scope, uses } = createScope(definitions);
  const parsed = parseTokens(tokens, text, scope);
  const { tree } = parsed;
  if (parsed.problems.length > 0 || tree === null || isSeriesNode(tree)) {
    return { ok: false, problems: parsed.problems };
  }
  const count = [...nodesOf(tree)].reduce((sum, node) => sum + partsOf(node).keys.length, 0);
  if (count <= seriesLimit) return { ok: true, tree, uses };
  const message = `The expression reads ${count} series: at most ${seriesLimit} are read`;
  const place = { start: 0, end: text.length };
  return { ok: false, problems: [{ kind: "too-many-series", message, ...place, fix: "split it" }] };
}
