import { nearest } from "#lib/series/nearest";
import { readBraces } from "./braces.ts";
import type { Argument } from "./call-arguments.ts";
import { buildCall } from "./call.ts";
import { argumentWords, functionTable, isFunctionName, makesSeries } from "./functions.ts";
import { precedenceOf, comparisonPrecedence } from "./precedence.ts";
import type { ExpressionProblem, ExpressionProblemKind } from "./problem.ts";
import { depthLimit } from "./limits.ts";
import { writeAt } from "./newest-value.ts";
import type { Scope } from "./scope.ts";
import { isSeriesNode, type SeriesNode } from "./series-node.ts";
import type { Token } from "./tokens.ts";
import type { Expression, TextRange } from "./tree.ts";

/** What tokens were read as. `tree` is null when they could not be read to their end, and means nothing beside problems. */
export interface Parsed {
  readonly tree: Expression | SeriesNode | null;
  readonly problems: readonly ExpressionProblem[];
}

/**
 * Reads tokens by precedence climbing, as an expression, in a definition also as a series. Never throws.
 */
export function parseTokens(tokens: readonly Token[], text: string, scope: Scope): Parsed {
  const problems: ExpressionProblem[] = [];
  const inDefinitions: ExpressionProblem[] = [];
  const last: Token = { kind: "end", start: text.length, end: text.length };
  let position = 0;
  let depth = scope.depth;

  function peek(ahead = 0): Token {
    return tokens[position + ahead] ?? last;
  }
  function isSymbol(symbol: string, token = peek()): boolean {
    return token.kind === "symbol" && token.symbol === symbol;
  }
  function take(symbol: string): boolean {
    const found = isSymbol(symbol);
    if (found) position += 1;
    return found;
  }
  /** Whether nothing more belongs to the argument, or to the definition, that the tokens before are of. */
  function isDone(token: Token): boolean {
    return token.kind === "end" || isSymbol(",", token) || isSymbol(")", token);
  }
  /** Where a node stands; in a definition all stand where it is used. */
  function place({ start, end }: TextRange): TextRange {
    return scope.use ?? { start, end };
  }
  function report(kind: ExpressionProblemKind, at: TextRange, message: string, fix?: string): null {
    problems.push({ kind, message, ...place(at), fix });
    return null;
  }
  function quote({ start, end }: TextRange): string {
    return start === end ? "the end" : `\`${text.slice(start, end)}\``;
  }
  function unexpected(expected: string, fix?: string): null {
    return report("unexpected-text", peek(), `Expected ${expected}, found ${quote(peek())}`, fix);
  }
  /** Everything that nests passes through here, so the depth is counted once. */
  function nested<T>(token: Token, parse: () => T | null): T | null {
    if (depth >= depthLimit) {
      return report("too-deep", token, `The expression nests deeper than ${depthLimit} levels`);
    }
    depth += 1;
    const node = parse();
    depth -= 1;
    return node;
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

  function parseUnary(): Expression | null {
    const first = peek();
    return nested(first, () => {
      if (!take("-")) return parsePrimary();
      const operand = parseUnary();
      return operand && { kind: "negate", operand, start: place(first).start, end: operand.end };
    });
  }

  function parsePrimary(): Expression | null {
    const token = peek();
    switch (token.kind) {
      case "number":
      case "period":
        position += 1;
        return { ...token, ...place(token) };
      case "word": {
        const node = parseWord(token.word, token);
        return node && isSeriesNode(node) ? reportSeries(node, token) : node;
      }
      case "key":
        return reportSeries(parseKey(token.key, token), token);
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

  function reportSeries(node: SeriesNode, token: Token): null {
    const message = `${quote(token)} is a series: say which of its values is meant`;
    problems.push({
      ...{ kind: "bare-key", message, ...place(token) },
      ...{ fix: writeAt(node, "PERIOD"), alone: node },
    });
    return null;
  }

  function parseParenthesis(open: Token): Expression | null {
    const node = parseBinary(0);
    if (!node) return null;
    if (!isSymbol(")"))
      return unexpected("`)`", `close the parenthesis opened at character ${open.start + 1}`);
    const { end } = peek();
    position += 1;
    return { ...node, ...place({ start: open.start, end }) };
  }

  function parseKey(key: string, token: Token): SeriesNode {
    position += 1;
    const plain: SeriesNode = { kind: "key", key, ...place(token) };
    if (!key.includes("{")) return plain;
    const braces = readBraces(key, token.start, scope.use);
    if (braces.ok) return braces.value;
    problems.push(...braces.problems);
    return plain;
  }

  function parseWord(word: string, token: Token): Expression | SeriesNode | null {
    position += 1;
    if (word === "none") return { kind: "none", ...place(token) };
    const called = take("(");
    if (!called && scope.definitions.has(word)) return useDefinition(word, token);
    if (!called) return reportWord(word, token, called);
    const args = parseArguments(word, token);
    if (!args) return null;
    const range = place({ start: token.start, end: peek(-1).end });
    const node = isFunctionName(word)
      ? buildCall(word, args, range, problems)
      : reportWord(word, token, called);
    // What is wrong has been told; anything will do in its place, so that the rest is read for more.
    if (node) return node;
    return makesSeries(word) ? { kind: "key", key: word, ...range } : { kind: "none", ...range };
  }

  function useDefinition(name: string, token: Token): Expression | SeriesNode | null {
    const used = scope.read(name, place(token), depth);
    inDefinitions.push(...used.problems);
    return used.tree;
  }

  function reportWord(word: string, at: Token, called: boolean): null {
    if (isFunctionName(word)) {
      const message = `\`${word}\` is a function`;
      return report("unknown-word", at, message, `write ${functionTable[word].signature}`);
    }
    const later = scope.isLater(word);
    if (later && !called) {
      const message = `\`${word}\` is not defined yet: a definition sees only those before it`;
      return report("unknown-word", at, message, `define \`${word}\` first`);
    }
    const names = [...scope.definitions.keys()];
    const words = called ? Object.keys(functionTable) : [...names, "and", "or", "none"];
    const [like] = nearest(word, words, 1);
    const fix =
      like === undefined
        ? `the functions are ${Object.keys(functionTable).join(", ")}`
        : `did you mean \`${like}\`?`;
    return report("unknown-word", at, `\`${word}\` is not a word of the language`, fix);
  }

  function parseArguments(name: string, call: Token): Argument[] | null {
    const args: Argument[] = [];
    const words = isFunctionName(name) ? (argumentWords[name] ?? []) : [];
    if (take(")")) return args;
    do {
      const argument = parseArgument(words.length > 0);
      if (!argument) return null;
      args.push(argument);
    } while (take(","));
    if (take(")")) return args;
    return unexpected("`,` or `)`", `close the parenthesis of ${quote(call)}`);
  }

  function parseArgument(takesWords: boolean): Argument | null {
    const token = peek();
    const alone = isDone(peek(1));
    if (alone && token.kind === "date") {
      position += 1;
      return { ...token, ...place(token) };
    }
    if (alone && takesWords && token.kind === "word" && isBare(token.word)) {
      position += 1;
      return { ...token, ...place(token) };
    }
    const from = parseOperand();
    if (!from || isSeriesNode(from) || !take("..")) return from;
    const to = parseBinary(0);
    return to && { kind: "range", from, to, ...place({ start: from.start, end: to.end }) };
  }

  function isBare(word: string): boolean {
    return word !== "none" && !isFunctionName(word) && !scope.definitions.has(word);
  }

  /** An expression, or a series with nothing behind it. */
  function parseOperand(): Expression | SeriesNode | null {
    const token = peek();
    if (token.kind === "key" && isDone(peek(1))) return parseKey(token.key, token);
    const isMade = token.kind === "word" && makesSeries(token.word) && isSymbol("(", peek(1));
    const isName = token.kind === "word" && scope.definitions.has(token.word) && isDone(peek(1));
    if (token.kind !== "word" || (!isMade && !isName)) return parseBinary(0);
    const { word } = token;
    // Only a series of a series nests without passing through parseUnary.
    const node = isMade ? nested(token, () => parseWord(word, token)) : parseWord(word, token);
    return node && isSeriesNode(node) && !isDone(peek()) ? reportSeries(node, token) : node;
  }

  function finish(tree: Expression | SeriesNode | null): Parsed {
    return { tree, problems: [...problems.map(scope.explain), ...inDefinitions] };
  }

  if (peek().kind === "end") {
    const fix = "write one, such as at(mfh.holdings.japan, 2025-12)";
    report("empty", peek(), "The expression is empty", fix);
    return finish(null);
  }
  const tree = scope.takesSeries ? parseOperand() : parseBinary(0);
  if (tree && peek().kind !== "end") {
    const before = peek(-1);
    const after = peek();
    const scale =
      after.kind === "word" &&
      /^(thousand|million|billion|trillion|bn|tn|percent)$/.test(after.word);
    const fix =
      scale && before.kind === "number"
        ? `write a dollar amount as $1.5 billion, a percentage as 5%`
        : undefined;
    unexpected("an operator or the end", fix);
  }
  return finish(tree);
}
