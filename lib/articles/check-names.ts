import { checkDefinitions } from "#lib/expressions/check-definitions";
import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import { splitExpressions } from "./claim-parts.ts";

/** The names that an article gives to expressions: what is wrong with them, and those that no claim uses. */
export function checkNames({ frontmatter, fieldPlace, claims }: Article): Problem[] {
  const { definitions, definitionPlaces } = frontmatter;
  const expressions = claims.flatMap(({ expression }) =>
    splitExpressions(expression).map(({ text }) => text),
  );
  return checkDefinitions(definitions, expressions).map(({ name, kind, message, fix }) => ({
    kind,
    message: `${name}: ${message}`,
    at: definitionPlaces.get(name) ?? fieldPlace(["define"]),
    fix,
  }));
}
