import { unturned, withoutVintage } from "#lib/expressions/bare";
import { monthNumber, monthWord } from "#lib/claims/printed-period";
import { isWrittenMean } from "#lib/claims/written-mean";
import { nodesOf, type AggregateName, type Expression } from "#lib/expressions/tree";
import type { Problem } from "#lib/series/problem";
import type { CheckedClaim } from "./check-claim.ts";
import { isOfMonth } from "./said-day.ts";

/** What a sentence must say when a figure is neither a sum nor a level. */
const aggregates = {
  mean: /\b(?:averag\w*|mean|monthly|quarterly|yearly|a (?:month|quarter|year)|(?:per|each|every) (?:month|quarter|year))\b/iu,
  max: /\b(?:highest|largest|biggest|most|peak\w*|record|maximum|top|high|best)\b/iu,
  min: /\b(?:lowest|smallest|least|trough|minimum|bottom|low|worst|most)\b/iu,
} as const;

/** Words before a mark that deny it. "Not only" denies nothing. */
const denial =
  /\b(?:not(?! only)|never|no longer|hardly|barely|scarcely|cannot|\p{L}+n['\u2019]t|nowhere near|far (?:short of|from)|anything but|(?:fail|refus|neglect|declin)(?:s|es|ed|ing)? to)\b[^.;:!?]{0,30}$/iu;
const denialOfAll =
  /\b(?:(?:false|untrue|wrong|myth|lie|denied|denies) that|alleged(?:ly)?\b[^.;:!?]{0,30}$)/iu;

/** Words that leave open whether what stands right behind them came about, or say that it did not. */
const doubt =
  /\b(?:(?:un)?likely to|(?:expected|predicted|forecast|projected|supposed|due|poised|set|about) to|(?:narrowly )?avoid(?:s|ed|ing)?|(?:stop|stopped|stops|stopping) short of|(?:was|were|been|is|are) spared|revers(?:es|ed|ing))(?: (?:have|be|been|a|an|the|its|their|another|falling|rising|selling|buying|by))*\s*$/iu;

/** "The June figure", "June’s has": the month of the vintage that a figure is from. */
export const vintageMonth = new RegExp(
  String.raw`\b(?<month>${monthWord})(?:['\u2019]s)? (?:figures?|tables?|releases?|vintages?|prints?|data|puts?|shows?|gives?|(?<verb>has|had|is|was))\b`,
  "giu",
);

/**
 * What the sentence of a claim says against it, or leaves out: a denial before the mark (`denied`), and that a figure is an
 * average, a highest or a lowest (`unsaid-aggregate`), and another vintage than that which is read (`wrong-vintage`).
 */
export function checkSentences(claims: readonly CheckedClaim[]): Problem[] {
  return claims.flatMap((checked, index): Problem[] => {
    const { claim, parts, asOf } = checked;
    const { before, claim: words, after } = claim.sentence;
    const said = [denial, denialOfAll, doubt]
      .flatMap((words) => words.exec(before)?.[0] ?? [])
      .at(0);
    const denied: Problem[] = said
      ? [
          {
            kind: "denied",
            message: `"${said.trim()}" before "${words}" denies what is ticked, or leaves it open`,
            at: claim.at,
            fix: "say it without these words, and tie that to the data",
          },
        ]
      : [];
    const unsaid = parts.flatMap(({ tree, saying }): Problem[] => {
      const name = aggregateOf(unturned(withoutVintage(tree)));
      if (saying?.sense !== "amount" || name === null || name === "sum") return [];
      const heads = claim.block.leads.map(({ text }) => text).join("; ");
      if (aggregates[name].test(`${heads}; ${before}${words}${after}`)) return [];
      return [
        {
          kind: "unsaid-aggregate",
          message: `"${words}" is a ${name}, and its sentence does not say so`,
          at: claim.at,
          fix: `write "${name === "mean" ? "on average" : name === "max" ? "the highest" : "the lowest"}", or use sum(KEY, RANGE)`,
        },
      ];
    });
    const previous = claims[index - 1]?.claim;
    const from = previous?.block === claim.block ? previous.to : 0;
    const between = claim.block.text.slice(Math.max(from, claim.from - before.length), claim.from);
    const days = [asOf, ...parts.flatMap(({ tree }) => vintagesOf(tree))];
    return [...denied, ...unsaid, ...wrongVintage(between, days, checked)];
  });
}

function aggregateOf(tree: Expression): AggregateName | null {
  if (tree.kind === "distance" || isWrittenMean(tree)) return "mean";
  return tree.kind === "aggregate" ? tree.name : null;
}

function wrongVintage(
  words: string,
  days: readonly string[],
  { claim, cells }: CheckedClaim,
): Problem[] {
  const named = [...words.matchAll(vintageMonth)].at(-1);
  const month = monthNumber(named?.groups?.["month"] ?? "");
  // "April was the worst month" is about April, and of no table.
  const isItself =
    named?.groups?.["verb"] !== undefined &&
    isOfMonth(
      cells.map(({ period }) => period),
      month,
    );
  if (!named || isItself || month === 0 || days.some((day) => Number(day.slice(5, 7)) === month))
    return [];
  return [
    {
      kind: "wrong-vintage",
      message: `"${named[0]}" stands by "${claim.text}", which is read as of ${days.join(" and ")}`,
      at: claim.at,
      fix: 'correct the month, or name the vintage with asOf="…"',
    },
  ];
}

function vintagesOf(tree: Expression): string[] {
  return [...nodesOf(tree)].flatMap((node) => (node.kind === "asOf" ? [node.date] : []));
}
