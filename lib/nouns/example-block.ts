import { parseExpression } from "#lib/expressions/parse";
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
      claims.push({ ...span, subject: subjectFrom(expressions, seriesOf), vintage });
    }
  }
  return { text: text + source.slice(end), claims, unheard };
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
