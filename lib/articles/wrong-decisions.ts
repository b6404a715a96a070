import type { VintageDate } from "#lib/series/observation";
import type { ArticleDecision } from "./frontmatter.ts";

/** What is wrong with a decision, by its place in the list. */
interface WrongDecision {
  readonly index: number;
  readonly field: "vintage" | "on" | "note";
  readonly message: string;
}

/**
 * What editors decided at the desk must be a history that can have happened: days and vintages in order, nothing decided before
 * its vintage was out, and an article that names a vintage after its last decision has been moved without one.
 */
export function findWrongDecisions(
  desk: readonly ArticleDecision[],
  asOf: VintageDate,
  published: string,
): WrongDecision[] {
  return desk.flatMap((own, index) => {
    const before = desk[index - 1];
    const isLast = index === desk.length - 1;
    return [
      ...findWrongVintage(own, before, isLast, asOf).map((message) => ({
        ...{ index, field: "vintage" as const, message },
      })),
      ...findWrongDay(own, before, published).map((message) => ({
        ...{ index, field: "on" as const, message },
      })),
      ...(own.decision === "left" && own.note === undefined
        ? [
            {
              index,
              field: "note" as const,
              message: "expected why the article was left as written",
            },
          ]
        : []),
    ];
  });
}

function findWrongVintage(
  { vintage, decision }: ArticleDecision,
  before: ArticleDecision | undefined,
  isLast: boolean,
  asOf: VintageDate,
): string[] {
  const found: string[] = [];
  if (before !== undefined && vintage < before.vintage)
    found.push(`expected no vintage before ${before.vintage}, which was decided on before`);
  if (before?.decision === "signed" && vintage === before.vintage)
    found.push(`expected a vintage after ${vintage}, which was signed before`);
  if (before?.decision === "left" && decision === "left" && vintage === before.vintage)
    found.push(`expected a vintage after ${vintage}, at which it was left before`);
  if (decision === "signed" && vintage > asOf)
    found.push(`expected a vintage up to \`asOf\` (${asOf}): who signs reads the article at it`);
  if (isLast && vintage < asOf)
    found.push(
      `expected \`asOf\` (${asOf}) to be decided on last: sign it with \`tickmark desk sign\``,
    );
  if (isLast && decision === "left" && vintage === asOf)
    found.push(`expected a vintage after \`asOf\`: an article is not left at its own`);
  return found;
}

function findWrongDay(
  { vintage, on }: ArticleDecision,
  before: ArticleDecision | undefined,
  published: string,
): string[] {
  const since = [published, vintage, before?.on ?? ""].sort().at(-1) ?? "";
  if (on >= since) return [];
  return [
    `expected a day from ${since} on: not before publication, the vintage or the last decision`,
  ];
}
