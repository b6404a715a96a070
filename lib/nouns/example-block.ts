import { parseExpression } from "#lib/expressions/parse";
import { monthPeriod, shiftPeriod, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import type { NounBlock, NounClaim } from "./find-noun-problems.ts";
import { joinSubjects, subjectOf } from "./subject.ts";

/**
 * A block for tests: claims are written `«words | expression»`, quoted or exempt words `«words»`; claims without `asOf` are of June 2026. Throws for an expression
 * that is none, which is a bug of the test.
 */
export function exampleBlock(
  source: string,
  seriesOf: (key: string) => Series | undefined,
): NounBlock {
  const claims: NounClaim[] = [];
  const unheard: { start: number; end: number }[] = [];
  let text = "";
  let end = 0;
  for (const match of source.matchAll(/«([^«»|]*)(?:\|([^«»]*))?»/gu)) {
    text += source.slice(end, match.index);
    end = match.index + match[0].length;
    const [, words = "", expressions] = match;
    const start = text.length;
    text += words.trim();
    const span = { start, end: text.length };
    if (expressions === undefined) unheard.push(span);
    else {
      const vintage = /asOf\(.*, (\d{4}-\d\d-\d\d)\)/u.exec(expressions)?.[1] ?? "2026-06-18";
      const subject = subjectFrom(expressions, seriesOf);
      claims.push({ ...span, subject, vintage, newest: newestIn(vintage) });
    }
  }
  return { text: text + source.slice(end), claims, unheard };
}

/** The tables of a month end two months before it. */
function newestIn(vintage: string): Period {
  return shiftPeriod(monthPeriod(Number(vintage.slice(0, 4)), Number(vintage.slice(5, 7))), -2);
}

function subjectFrom(expressions: string, seriesOf: (key: string) => Series | undefined) {
  return joinSubjects(
    expressions.split(";").map((expression) => {
      const parsed = parseExpression(expression.trim());
      if (!parsed.ok) throw new TypeError(`The test's expression "${expression}" is none`);
      return subjectOf(parsed.tree, seriesOf);
    }),
  );
}
