import type { Problem } from "#lib/series/problem";
import { nestingOf } from "./nesting.ts";

/** Far more than any article needs. */
const longestFrontmatter = 50_000;

/** YAML's parser calls itself for what is nested; see nesting.ts. */
const deepest = 50;

/** A line that opens more lists than that. */
const deepLine = /(?:[-?:][ \t]+){51}/;

/** What stands between the first line, `---`, and the next such line. */
const between = /^---[ \t]*\r?\n(?<yaml>[^]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

/** An article's YAML, and where the text behind it starts. Without one that can be read, the text is read all the same. */
export function cutFrontmatter(
  source: string,
  file: string,
): { yaml: string | null; end: number; problems: Problem[] } {
  const refuse = (message: string, fix: string, end: number) => ({
    yaml: null,
    end,
    problems: [{ kind: "frontmatter", message, at: { file, line: 1, column: 1 }, fix }],
  });
  const found = between.exec(source);
  const yaml = found?.groups?.["yaml"];
  if (found === null || yaml === undefined) {
    const message = "the article does not begin with frontmatter";
    return refuse(message, "begin with --- and end it with ---", endOfUnended(source));
  }
  const end = found[0].length;
  if (yaml.length > longestFrontmatter) {
    const message = `the frontmatter has ${yaml.length} characters; at most ${longestFrontmatter} are read`;
    return refuse(message, "shorten it", end);
  }
  if (deepLine.test(yaml) || nestingOf(`{${yaml}`) > deepest) {
    const message = `the frontmatter is nested more than ${deepest} deep`;
    return refuse(message, "take lists and mappings out of one another", end);
  }
  return { yaml, end, problems: [] };
}

/** Frontmatter that was begun and not ended is taken to end at a blank line: its dates are no figures of the text. */
function endOfUnended(source: string): number {
  if (!source.startsWith("---")) return 0;
  const blank = /\n[ \t]*\r?\n/.exec(source);
  return blank === null ? source.length : blank.index + blank[0].length;
}
