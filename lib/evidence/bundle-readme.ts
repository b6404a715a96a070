import { byHand } from "./by-hand.ts";
import type { Ledger } from "./ledger.ts";
import { articleAddress, citeLedger, licence, titleOf } from "./terms.ts";

/** `README.md` of a bundle: what is in it, and how to check the article again without its makers. */
export function bundleReadme(ledger: Ledger, origin: string): string {
  const { article, claims, cells, newest } = ledger;
  const files = new Map(ledger.sources.map((source) => [source.sha256, source]));
  const example = byHand(ledger);
  return `# ${titleOf(ledger)}

${articleAddress(article.slug, origin)}

${claims.length} claims, made from the vintage of ${article.asOf} unless a claim names another, and the ${cells.length} published
figures that they rest on. Everything here can be checked without us: by a short program that you can read, by hand, and
against the U.S. Treasury’s own files.

## What is here

| file           | what it is                                                                                     |
| -------------- | ---------------------------------------------------------------------------------------------- |
| \`article.txt\`  | the article, the number of each claim in brackets behind it                                    |
| \`claims.json\`  | each claim: words, sentence, expression, value, the values its words accept, and the steps from cells to value |
| \`claims.csv\`   | the same without the steps, a claim a row                                                      |
| \`cells.csv\`    | each figure used, as published: series, period, value, unit, file, SHA-256, line, column        |
| \`sources.csv\`  | the Treasury’s files: release, vintage, address, SHA-256, size, day of retrieval                |
| \`recheck.mjs\`  | the program: one file, for Node 20.12 or later, without libraries, that opens no connection       |
| \`CITATION.cff\`, \`LICENSE.txt\` | how to cite this, and whose it is                                               |

## Step 1: compute every claim again

In this folder:

    node recheck.mjs

It reads \`cells.csv\`, does the steps of each claim in exact fractions, and holds the result against the value that
\`claims.json\` states and against the values that the words accept. It prints PASS or FAIL for each claim and ends with status 1
if one fails. Change a digit in \`cells.csv\` and the claims that rest on it fail.

## Step 2: find every cell in the Treasury’s files

Put the files into a folder, under any name, and name the folder:

    node recheck.mjs path/to/folder

A file is known by its SHA-256; then each cell is looked up at its line and column, both counted from 1 (a column is a field
between tabs or commas). The files:

${[...files.values()]
  .map(
    ({ file, vintage, url, sha256, bytes, note }) =>
      `- \`${file}\`, vintage of ${vintage}, ${bytes} bytes, <${url}>  \n  SHA-256 \`${sha256}\`${note === null ? "" : `  \n  ${note}`}`,
  )
  .join("\n")}

The Treasury replaces the file at an address with each release, so what is there today may be a later one; its SHA-256 then
differs, and the program says so. Its archive of releases has those of earlier days. A press release is a page and no file: its
table was read from a collection, so the program prints its figures and leaves it to you to look at the page.

## Step 3: one claim by hand

${example ?? "No claim of this article is a single difference; take one with few `cells` in `claims.json` and follow its `steps`."}

## How to read the steps

A text is the name of a row of \`cells.csv\`, \`key/period/known_from\`, and gives its value times its \`multiplier\`, in dollars.
Any other step has an \`op\` and what it is done to: \`of\` (steps, in their order) or \`periods\` (a period and a step each, the
oldest first).

| op                               | gives                                                                                  |
| -------------------------------- | -------------------------------------------------------------------------------------- |
| \`number\`, \`period\`               | what was written out                                                                   |
| \`sum\`, \`mean\`, \`smallest\`, \`largest\` | of all                                                                             |
| \`difference\`, \`product\`, \`quotient\` | the first less, times, divided by the second                                        |
| \`percent\`                        | the first divided by the second, times 100                                             |
| \`negative\`, \`absolute\`           | the other sign; without sign                                                           |
| \`growth\`                         | percent a year that leads from the second to the first in so many \`months\`             |
| \`rank\`                           | the place of the first among all: one more than there are beyond it                    |
| \`lowest-since\`, \`highest-since\`  | the latest earlier period with a value as low (high) as that of the last; or none      |
| \`latest\`, \`first\`                | the last, the first of the periods                                                     |
| \`run\`                            | how many in a row meet the \`condition\`, back from the last                              |
| \`count\`                          | how many meet the \`condition\`; one that compares does not count the first period        |
| \`compare\`, \`and\`, \`or\`           | whether it is true                                                                     |
| \`given\`                          | the second, for which the first must give \`period\`                                     |

\`accepts\` has the values that the words stand for: from \`low\` to \`high\`, each included or not; a period within others; no
period (“on record”); or true.

## What this does not show

That the words are the right ones. Which series a sentence is about, and whether its nouns fit, is for a reader: \`computation\`
says in words what was computed. Which rows belong to a rank or a record was read from the Treasury’s tables by us; the files
have them all. \`standing\` says how each claim stands in the vintage of ${newest}; the rows of that vintage are on the site.

## Terms

${licence} Cite as: ${citeLedger(ledger, origin)}
`;
}
