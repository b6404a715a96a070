import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createContext, Script } from "node:vm";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** Letters of each text: more than a sentence has, and enough for what grows with the third power to take minutes. */
const letters = 2_000;
/** Milliseconds for all texts, on a machine that has other things to do: what grows with the second power takes a hundredth. */
const patience = 15_000;

/** What texts are full of, whatever a pattern looks for. */
const usual = [
  "a",
  "A",
  "1",
  " ",
  "\t",
  "\n",
  "1,",
  "1.",
  "a ",
  "A a ",
  "a, ",
  "-",
  "<a ",
  '"',
  "(",
  "of the ",
  "$1 ",
];

interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every pattern that is written down in a folder, each once. Those of tests meet nobody's text. */
function patternsIn(folder: string): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:ts|tsx)$/.test(name) || /\.(?:test|spec)\.ts$/.test(name)) continue;
    const file = path.join(folder, name);
    const tree = ts.createSourceFile(
      file,
      readFileSync(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    const look = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const flags = node.text.slice(end + 1).replace(/[gy]/g, "");
        found.set(node.text, { where: `${file}:${line}`, source: node.text.slice(1, end), flags });
      }
      ts.forEachChild(node, look);
    };
    look(tree);
  }
  return [...found.values()];
}

/** Texts in which a pattern nearly matches all along: its own words, and what it may stand between, over and over. */
function hostileTexts(source: string): string[] {
  const words = source
    .replaceAll(/\\(?:[a-zA-Z]|u[\dA-Fa-f]{4})(?:\{[^}]*\})?/g, " ")
    .match(/[A-Za-z]+/g);
  const own = [...new Set(words)].slice(0, 12).flatMap((word) => [word, `${word} `, ` ${word}`]);
  return [...usual, ...own].flatMap((part) => {
    const text = part.repeat(Math.ceil(letters / part.length)).slice(0, letters);
    return [`${text}\u0000`, ` ${text}!\n`];
  });
}

const context = createContext({ pattern: /x/, texts: [""] });
const reading = new Script("for (const text of texts) pattern.exec(text)");

/** Whether a pattern is through with all hostile texts in time. Node ends one that is not, in the middle of its work. */
function isQuick(source: string, flags = "", milliseconds = patience): boolean {
  Object.assign(context, { pattern: new RegExp(source, flags), texts: hostileTexts(source) });
  try {
    reading.runInContext(context, { timeout: milliseconds });
    return true;
  } catch (error) {
    if (String(error).includes("Script execution timed out")) return false;
    throw error;
  }
}

describe.each(["lib", "app", "scripts"])("the patterns of %s", (folder) => {
  test("are through with any text in little time", { timeout: 600_000 }, () => {
    const patterns = patternsIn(folder);
    expect(patterns.length).toBeGreaterThan(10);
    const slow = patterns.filter(({ source, flags }) => !isQuick(source, flags));
    expect(slow.map(({ where, source }) => `${where} ${source}`)).toEqual([]);
  });
});

test.each(["^(a+)+$", "^(?:a|a)*$", "^a*a*a*a*$"])(
  "a pattern that is not is found: %s",
  { timeout: 60_000 },
  (source) => expect(isQuick(source, "", 1_000)).toBe(false),
);
