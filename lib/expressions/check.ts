import type { SeriesReader } from "#lib/series/reader";
import type { Series, SeriesKind } from "#lib/series/series";
import { keysIn, loadCatalogue, type Catalogue } from "./catalogue.ts";
import { checkTypes } from "./check-types.ts";
import type { ExpressionProblem, Failure } from "./problem.ts";
import type { ExpressionType } from "./static-type.ts";
import type { Expression } from "./tree.ts";

/** A sound expression: what it gives and the series it reads, each once, in the order of the text. */
export interface Checked {
  readonly ok: true;
  readonly type: ExpressionType;
  readonly keys: readonly string[];
  readonly kinds: readonly SeriesKind[];
  readonly series: readonly Series[];
}

export type CheckResult = Checked | Failure;

/**
 * Checks a tree before any figure is read: keys exist, units go together, no stock is summed over time, periods have the
 * frequency of their series, only countries are ranked. Gives every problem.
 */
export async function checkExpression(
  tree: Expression,
  reader: SeriesReader,
): Promise<CheckResult> {
  return checkAgainst(tree, await loadCatalogue(tree, reader), reader);
}

/** The same, when the catalogue of the tree is already at hand. */
export async function checkAgainst(
  tree: Expression,
  catalogue: Catalogue,
  reader: SeriesReader,
): Promise<CheckResult> {
  const unknown = await findUnknownKeys(tree, catalogue, reader);
  const typed = checkTypes(tree, catalogue);
  const problems = [...unknown, ...typed.problems].sort((left, right) => left.start - right.start);
  if (problems.length > 0 || typed.type === null) return { ok: false, problems };
  const keys = [...new Set(keysIn(tree).map(({ key }) => key))];
  const series = keys.flatMap((key) => catalogue.series.get(key) ?? []);
  return {
    ok: true,
    type: typed.type,
    keys,
    kinds: [...new Set(series.map(({ kind }) => kind))],
    series,
  };
}

async function findUnknownKeys(
  tree: Expression,
  catalogue: Catalogue,
  reader: SeriesReader,
): Promise<ExpressionProblem[]> {
  const unknown = keysIn(tree).filter(({ key }) => !catalogue.series.has(key));
  return Promise.all(
    unknown.map(async ({ key, start, end }) => {
      const near = await reader.nearestKeys(key, 3);
      const message = `There is no series \`${key}\``;
      const fix =
        near.length === 0
          ? undefined
          : `did you mean ${near.map((name) => `\`${name}\``).join(", ")}?`;
      return { kind: "unknown-key" as const, message, start, end, fix };
    }),
  );
}
