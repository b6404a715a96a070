import { nearest } from "#lib/series/nearest";
import { buildCall, type Argument } from "./call.ts";
import { functionTable, isFunctionName } from "./functions.ts";
import type { ExpressionProblem, ExpressionProblemKind, Failure } from "./problem.ts";
import { tokenize, type Token } from "./tokens.ts";
import { precedenceOf, comparisonPrecedence } from "./precedence.ts";
import type { Expression, TextRange } from "./tree.ts";

/** Longest text that is read, in UTF-16 units. */
export const lengthLimit = 2_000;
/** Deepest nesting of parentheses, calls and signs. */
export const depthLimit = 50;

export type ParseResult = { readonly ok: true; readonly tree: Expression } | Failure;

/**
 * Reads the text of an expression by precedence climbing. Never throws; the text is at most `lengthLimit` long and nests
 * at most `depthLimit` deep. Gives every problem of spelling, else those of structure up to the
 * first that leaves the rest unreadable.
 */
export function parseExpression(text: string): ParseResult {
  if (text.length > lengthLimit) {
    const message = `An expression of ${text.length} characters: at most ${lengthLimit} are read`;
    return {
      ok: false,
      problems: [{ kind: "too-long", message, start: lengthLimit, end: text.length }],
    };
  }
  const { tokens, problems } = tokenize(text);
  if (problems.length > 0) return { ok: false, problems };
  return parseTokens(tokens, text);
}

function parseTokens(tokens: readonly Token[], text: string): ParseResult {
  const problems: ExpressionProblem[] = [];
  const end: Token = { kind: "end", start: text.length, end: text.length };
  let position = 0;
  let depth = 0;

  function peek(ahead = 0): Token {
    return tokens[position + ahead] ?? end;
  }
  function isSymbol(symbol: string, token = peek()): boolean {
    return token.kind === "symbol" && token.symbol === symbol;
  }
  function take(symbol: string): boolean {
    const found = isSymbol(symbol);
    if (found) position += 1;
    return found;
  }
  function report(
    kind: ExpressionProblemKind,
    { start, end }: TextRange,
    message: string,
    fix?: string,
  ): null {
    problems.push({ kind, message, start, end, fix });
    return null;
  }
  function quote({ start, end }: TextRange): string {
    return start === end ? "the end" : `\`${text.slice(start, end)}\``;
  }
  function unexpected(expected: string, fix?: string): null {
    return report("unexpected-text", peek(), `Expected ${expected}, found ${quote(peek())}`, fix);
  }

  function parseBinary(least: number): Expression | null {
    let left = parseUnary();
    let precedence = precedenceOf(peek());
    while (left && precedence && precedence.level >= least) {
      const { level, operator } = precedence;
      position += 1;
      const right = parseBinary(level + 1);
      if (!right) return null;
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
      precedence = precedenceOf(peek());
      if (level === comparisonPrecedence && precedence?.level === comparisonPrecedence) {
        const message = "Comparisons do not chain";
        return report("chained-comparison", peek(), message, "write `A < B and B < C`");
      }
    }
    return left;
  }

  /** Signs and everything that nests pass through here, so the depth is counted once. */
  function parseUnary(): Expression | null {
    const first = peek();
    if (depth >= depthLimit) {
      return report("too-deep", first, `The expression nests deeper than ${depthLimit} levels`);
    }
    depth += 1;
    const node = take("-") ? negate(first, parseUnary()) : parsePrimary();
    depth -= 1;
    return node;
  }

  function parsePrimary(): Expression | null {
    const token = peek();
    switch (token.kind) {
      case "number":
      case "period":
        position += 1;
        return token;
      case "word":
        return parseWord(token.word, token);
      case "key":
        return report(
          "bare-key",
          token,
          `${quote(token)} is a series: say which of its values is meant`,
          `write at(${token.key}, PERIOD)`,
        );
      case "date":
        return report(
          "unexpected-text",
          token,
          `The date ${quote(token)} stands only in asOf(EXPRESSION, DATE)`,
        );
      case "symbol":
      case "end":
        return take("(") ? parseParenthesis(token) : unexpected("a value");
    }
  }

  function parseParenthesis(open: Token): Expression | null {
    const node = parseBinary(0);
    if (!node) return null;
    if (!isSymbol(")"))
      return unexpected("`)`", `close the parenthesis opened at character ${open.start + 1}`);
    const { end } = peek();
    position += 1;
    return { ...node, start: open.start, end };
  }

  function parseWord(word: string, place: Token): Expression | null {
    position += 1;
    if (word === "none") return { kind: "none", start: place.start, end: place.end };
    const called = take("(");
    if (!called) return reportWord(word, place, called);
    const args = parseArguments(place);
    if (!args) return null;
    const range = { start: place.start, end: peek(-1).end };
    const node = isFunctionName(word)
      ? buildCall(word, args, range, problems)
      : reportWord(word, place, called);
    // What is wrong has been told; anything will do in its place, so that the rest is read for more.
    return node ?? { kind: "none", ...range };
  }

  function reportWord(word: string, place: Token, called: boolean): null {
    if (isFunctionName(word)) {
      return report(
        "unknown-word",
        place,
        `\`${word}\` is a function`,
        `write ${functionTable[word].signature}`,
      );
    }
    const [like] = nearest(word, called ? Object.keys(functionTable) : ["and", "or", "none"], 1);
    const fix =
      like === undefined
        ? `the functions are ${Object.keys(functionTable).join(", ")}`
        : `did you mean \`${like}\`?`;
    return report("unknown-word", place, `\`${word}\` is not a word of the language`, fix);
  }

  function parseArguments(call: Token): Argument[] | null {
    const args: Argument[] = [];
    if (take(")")) return args;
    do {
      const argument = parseArgument();
      if (!argument) return null;
      args.push(argument);
    } while (take(","));
    if (take(")")) return args;
    return unexpected("`,` or `)`", `close the parenthesis of ${quote(call)}`);
  }

  function parseArgument(): Argument | null {
    const token = peek();
    const alone = isSymbol(",", peek(1)) || isSymbol(")", peek(1));
    if (alone && (token.kind === "key" || token.kind === "date")) {
      position += 1;
      return token;
    }
    const from = parseBinary(0);
    if (!from || !take("..")) return from;
    const to = parseBinary(0);
    return to && { kind: "range", from, to, start: from.start, end: to.end };
  }

  if (peek().kind === "end") {
    report(
      "empty",
      peek(),
      "The expression is empty",
      "write one, such as at(mfh.holdings.japan, 2025-12)",
    );
    return { ok: false, problems };
  }
  const tree = parseBinary(0);
  if (tree && peek().kind !== "end") {
    const last = peek(-1);
    const after = peek();
    const scale =
      after.kind === "word" &&
      /^(thousand|million|billion|trillion|bn|tn|percent)$/.test(after.word);
    const fix =
      scale && last.kind === "number"
        ? `write a dollar amount as $1.5 billion, a percentage as 5%`
        : undefined;
    unexpected("an operator or the end", fix);
  }
  return tree && problems.length === 0 ? { ok: true, tree } : { ok: false, problems };
}

function negate({ start }: TextRange, operand: Expression | null): Expression | null {
  return operand && { kind: "negate", operand, start, end: operand.end };
}
