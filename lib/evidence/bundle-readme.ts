import { byHand } from "./by-hand.ts";
import type { Ledger } from "./ledger.ts";
import { sourceList } from "./source-list.ts";
import { articleAddress, citeLedger, licence, titleOf } from "./terms.ts";

/** `README.md` of a bundle: what is in it, and how to check the article again without its makers. */
export function bundleReadme(ledger: Ledger, origin: string): string {
  const { article, claims, cells, newest } = ledger;
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
| \`recheck.mjs\`, \`recheck/\` | the program, which needs no library and opens no connection                          |
| \`SHA256SUMS\`   | the fingerprint of each of these files                                                          |
| \`CITATION.cff\`, \`LICENSE.txt\` | how to cite this, and whose it is                                               |

## Step 1: read and compute every claim again

Install Node 20.12 or later (<https://nodejs.org>), open a terminal in this folder, and run:

    node recheck.mjs

It reads the words of each claim, does its steps over \`cells.csv\` in exact fractions, and holds the two together. It compares
\`claims.csv\` with \`claims.json\`, looks for the words and the sentence of each claim before its number in \`article.txt\`, and
compares every file with \`SHA256SUMS\`. It prints PASS or FAIL for each claim, a line for whatever else is wrong, and ends with
status 1 if anything is. Change a digit in \`cells.csv\`, or a figure in \`claims.json\`, and what rests on it fails.

Words that the program cannot read are held against \`accepts\` alone, and it says so: “words not re-read”. \`SHA256SUMS\` shows
what was changed by accident; who changes a file on purpose can change it too, so compare it with that of a fresh download.

## Step 2: find every cell in the Treasury’s files

Make a folder named \`treasury\` in this one, put the files listed below into it, under any name, and run:

    node recheck.mjs treasury

A file is known by its SHA-256; then each cell is looked up at its line and column, both counted from 1 (a column is a field
between tabs or commas), and its row, period, column head and unit are held against what the file says there. Press releases are
pages, which the program does not read: it prints LOOK, and their figures are for you to find. A file that is not there is a FAIL, with its SHA-256; what is in the folder besides does no harm.

${sourceList(ledger)}
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

## How words are read

${wordRules}

\`accepts\` has the values that the words stand for: from \`low\` to \`high\`, each included or not; a period within others; no
period (“on record”); or true.

## What this does not show

The program does not compute \`verdict\`, \`standing\`, \`interval\`, \`computation\`, \`expression\` and \`cellCount\`, does not read sentences of
\`article.txt\` without a claim, and does not see whether a rank or a record leaves rows out.

That the words are the right ones. Which series a sentence is about, and whether its nouns fit, is for a reader: \`computation\`
says in words what was computed. Which rows belong to a rank or a record, and which release printed a month first,
was read from the Treasury’s files by us; they have all of it. \`standing\` says how each claim stands in the vintage of ${newest}; the rows of that vintage are on the site.

## Terms

${licence} Cite as: ${citeLedger(ledger, origin)}
`;
}

/** What bare words and figures stand for; `recheck/ranges.mjs` has it for the program. */
const wordRules = `| words                                   | stand for                                                                  |
| --------------------------------------- | -------------------------------------------------------------------------- |
| \`$1.62 trillion\`, \`46 percent\`         | what rounds to the last digit: from 1.615 up to, but not including, 1.625   |
| \`rose\`, \`bought\`, \`more than\`         | above 0; with a figure, the figure                                          |
| \`fell\`, \`sold\`, \`less than\`, \`minus\`  | below 0; with a figure, the figure below 0                                  |
| \`half\`, \`one-fifth\`, \`doubled\`        | a twentieth more or less of it                                              |
| \`about x\`, \`roughly x\`                | the same, or what rounds to x where that is wider                           |
| \`nearly x\`; \`less than x\`             | from 0.9 x to below x; above 0.5 x and below x                              |
| \`more than x\`                         | above x and below 1.5 x; of whole multiples, below one more                 |
| \`most\`; \`nearly all\`; \`all\`          | above a half and below 0.9; from 0.9 to below 1; what rounds to 100 percent |
| \`third-largest\`; \`among the ten largest\` | that place; one of the first ten                                         |
| \`lowest on record\`; \`lowest since 2008\` | no earlier period as low; the latest as low lies in 2008                  |
| \`eleven of the twelve months\`         | eleven, counted among twelve                                                |`;
