import { reservedWords } from "./functions.ts";
import { definitionLimit } from "./limits.ts";
import { parseTokens } from "./parse-tokens.ts";
import type { ExpressionProblem } from "./problem.ts";
import { createScope, definedBefore, type Definitions } from "./scope.ts";
import { readTokens } from "./tokens.ts";

/** What is wrong with a definition. */
export interface DefinitionProblem extends ExpressionProblem {
  readonly name: string;
  /** Whether its place is in the name or in the text of the definition. */
  readonly of: "name" | "text";
}

/**
 * Checks the definitions of an article by themselves, and that each is used: by one of its expressions, or by a definition
 * that is. Series are not looked up. Gives every problem, in the order of the definitions.
 */
export function checkDefinitions(
  definitions: Definitions,
  expressions: readonly string[],
): DefinitionProblem[] {
  const used = usedNames(definitions, expressions);
  return [...definitions].flatMap(([name, text], index) => {
    const at = { start: 0, end: name.length };
    const ofName = (
      kind: ExpressionProblem["kind"],
      message: string,
      fix: string,
    ): DefinitionProblem[] => [{ kind, message, fix, ...at, name, of: "name" }];
    if (index >= definitionLimit) {
      const message = `There are ${definitions.size} definitions: at most ${definitionLimit} are read`;
      return index > definitionLimit ? [] : ofName("too-many-definitions", message, "define less");
    }
    if (reservedWords.includes(name)) {
      return ofName("bad-name", `\`${name}\` is a word of the language`, "choose another name");
    }
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
      const message = `\`${name}\` is not a name: names have small letters, digits, and hyphens between them`;
      return ofName("bad-name", message, "name it as custody-centers");
    }
    const problems = problemsIn(name, text, definitions);
    if (problems.length > 0 || used.has(name)) return problems;
    const message = `\`${name}\` is defined and never used`;
    return ofName("unused-definition", message, "use it, or take it out");
  });
}

/** The problems that a definition has wherever it is used, with their places in its text. */
function problemsIn(name: string, text: string, definitions: Definitions): DefinitionProblem[] {
  const { tokens, problems } = readTokens(text);
  const { scope } = createScope(definitions, name);
  const found = problems.length > 0 ? problems : parseTokens(tokens, text, scope).problems;
  return found.map((problem) => ({ ...problem, name, of: "text" }));
}

/** The names that expressions use, and those that the definitions of such names use. */
function usedNames(definitions: Definitions, expressions: readonly string[]): Set<string> {
  const used = new Set(expressions.flatMap((text) => namesIn(text, definitions)));
  // A definition uses only those before it, so one walk from the last to the first meets each after its users.
  for (const [name, text] of [...definitions].toReversed()) {
    if (used.has(name))
      namesIn(text, definedBefore(definitions, name)).forEach((each) => used.add(each));
  }
  return used;
}

function namesIn(text: string, definitions: Definitions): string[] {
  return readTokens(text).tokens.flatMap((token) =>
    token.kind === "word" && definitions.has(token.word) ? [token.word] : [],
  );
}
