import { sizeLimit } from "./limits.ts";
import { parseTokens, type Parsed } from "./parse-tokens.ts";
import type { ExpressionProblem } from "./problem.ts";
import { readTokens } from "./tokens.ts";
import type { TextRange } from "./tree.ts";

/** What names stand for, in the order of their definitions: the text of an expression or of a series. */
export type Definitions = ReadonlyMap<string, string>;

/** A name in the text of an expression, with its place there. */
export interface DefinitionUse extends TextRange {
  readonly name: string;
  readonly definition: string;
}

/** What a text may refer to, and where its nodes stand. */
export interface Scope {
  readonly definitions: Definitions;
  /** In a definition, where it is used: all its nodes stand there. */
  readonly use: TextRange | null;
  /** Whether the text may be that of a series: only a definition. */
  readonly takesSeries: boolean;
  /** What is added to a problem of the text: in a definition, its place and the definition. */
  readonly explain: (problem: ExpressionProblem) => ExpressionProblem;
  /** How deep the text is nested in those around it. */
  readonly depth: number;
  /** Whether a name is defined, but too late to be seen. */
  readonly isLater: (name: string) => boolean;
  /** The tree that a name stands for, as if it were written at its use. */
  readonly read: (name: string, use: TextRange, depth: number) => Parsed;
}

/**
 * The scope of the text of an expression, or of the definition of a name; `uses` are filled while the text is parsed.
 */
export function createScope(
  all: Definitions,
  defining?: string,
): { scope: Scope; uses: DefinitionUse[] } {
  const uses: DefinitionUse[] = [];
  let size = 0;

  function scopeOf(inner: Pick<Scope, "definitions" | "use" | "depth" | "explain">): Scope {
    const { definitions, use } = inner;
    return {
      ...inner,
      takesSeries: use !== null || defining !== undefined,
      isLater: (name) => all.has(name) && !definitions.has(name),
      read: (name, place, depth) => {
        const definition = definitions.get(name) ?? "";
        if (use === null) uses.push({ name, definition, ...place });
        const { tokens, problems } = readTokens(definition);
        size += tokens.length;
        if (size > sizeLimit) return { tree: null, problems: [tooLong(place)] };
        const explain = (problem: ExpressionProblem): ExpressionProblem => ({
          ...blame(problem, name, definition),
          ...place,
        });
        if (problems.length > 0) return { tree: null, problems: problems.map(explain) };
        const visible = definedBefore(definitions, name);
        return parseTokens(
          tokens,
          definition,
          scopeOf({ definitions: visible, use: place, depth, explain }),
        );
      },
    };
  }
  const definitions = defining === undefined ? all : definedBefore(all, defining);
  return { scope: scopeOf({ definitions, use: null, depth: 0, explain: (each) => each }), uses };
}

/** The definitions before the one of a name: those it may use. */
export function definedBefore(definitions: Definitions, name: string): Definitions {
  const before = new Map<string, string>();
  for (const [each, text] of definitions) {
    if (each === name) break;
    before.set(each, text);
  }
  return before;
}

/** The problems of a tree, where they stand at a name with what it was defined as. */
export function blameDefinitions(
  problems: readonly ExpressionProblem[],
  uses: readonly DefinitionUse[],
): ExpressionProblem[] {
  return problems.map((problem) => {
    const use = uses.find(({ start, end }) => start === problem.start && end === problem.end);
    return use ? blame(problem, use.name, use.definition) : problem;
  });
}

function blame(problem: ExpressionProblem, name: string, definition: string): ExpressionProblem {
  const text = definition.length <= 80 ? definition : `${definition.slice(0, 79)}\u2026`;
  return { ...problem, message: `${problem.message} (\`${name}\` is defined as \`${text}\`)` };
}

function tooLong(place: TextRange): ExpressionProblem {
  const message = `With its definitions written out the expression has more than ${sizeLimit} words and signs`;
  return {
    kind: "too-long",
    message,
    start: place.start,
    end: place.end,
    fix: "define less, or split the claim",
  };
}
