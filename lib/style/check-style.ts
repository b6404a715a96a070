import type { Article } from "#lib/articles/article";
import { limitProblems } from "#lib/articles/problem-limit";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { rememberTexts } from "#lib/series/remember-texts";
import { articleIn, type SiteAddresses } from "./addresses.ts";
import { dateWordings } from "./date-wordings.ts";
import type { StyleFinding } from "./finding.ts";
import { findGrammar } from "./grammar.ts";
import { findHeadings } from "./headings.ts";
import { findLinks, siteLinks } from "./links.ts";
import { numberWordings } from "./number-wordings.ts";
import type { PlacedFinding } from "./placed-finding.ts";
import { readProse, type ProseBlock } from "./prose.ts";
import { findMixedQuotes } from "./quotes.ts";
import { spaceWordings } from "./space-wordings.ts";
import { loadSpeller, type Speller } from "./speller.ts";
import { findMisspelt, knownWords, type KnownWords } from "./spelling.ts";
import { waive } from "./waive.ts";
import { findWordings } from "./wording.ts";

/** What the style of an article is held against. */
export interface StyleSetting {
  /** The house dictionary, and the names of areas, terms and topics. */
  readonly words: KnownWords;
  readonly addresses: SiteAddresses;
}

const wordings = [...dateWordings, ...numberWordings, ...spaceWordings];
const wordingsInCell = rememberTexts((text) => findWordings({ kind: "cell", text }, wordings));
const wordingsElsewhere = rememberTexts((text) =>
  findWordings({ kind: "paragraph", text }, wordings),
);

/**
 * What a copy editor would mend in an article and the headlines of its charts, without what its frontmatter waives. Problems: those
 * of `styleRules`, and `style-waiver`. Whether links to articles lead anywhere is known when all are read (`article-links.ts`).
 */
export async function checkStyle(
  article: Article,
  { words, addresses }: StyleSetting,
  reader: SeriesReader,
): Promise<Problem[]> {
  const speller = await loadSpeller();
  const known = [words, ownWords(article)];
  const blocks = blocksOf(article);
  const mixedQuotes = findMixedQuotes(blocks);
  const ofBlocks = blocks.flatMap((block) => {
    const worded = (block.kind === "cell" ? wordingsInCell : wordingsElsewhere)(block.text);
    const others = [
      ...findGrammar(block),
      ...findMisspelt(block, speller, known),
      ...mixedQuotes(block),
    ];
    // "bn" is mended as a number, and no word besides.
    const apart = others.filter(
      ({ start, end }) => !worded.some((found) => found.start < end && start < found.end),
    );
    return [...worded, ...apart].map((finding) => placed(finding, block));
  });
  const dead = await findLinks(article, addresses, reader);
  const inCorrections = misspeltCorrections(article, speller, known);
  const found = [
    ...ofBlocks,
    ...inCorrections,
    ...findHeadings(article.tree, article.file),
    ...dead,
  ];
  const toArticles = siteLinks(article)
    .filter(({ url }) => articleIn(url) !== null)
    .map(({ url }) => ({ rule: "style-link" as const, words: url }));
  return limitProblems(waive(article, found, toArticles), {
    file: article.file,
    line: 1,
    column: 1,
  });
}

function blocksOf({ tree, source, file, charts }: Article): ProseBlock[] {
  const start = { file, line: 1, column: 1 };
  return [
    ...readProse({ tree, source, start }),
    ...charts.flatMap(({ headline, text, at }) =>
      readProse({ tree: headline, source: text, start: at }),
    ),
  ];
}

/** What corrections say is read by whoever follows them, and stands in no block of the text. */
function misspeltCorrections(
  { frontmatter: { corrections }, fieldPlace }: Article,
  speller: Speller,
  known: readonly KnownWords[],
): PlacedFinding[] {
  const texts = corrections.flatMap((correction, position) =>
    (["wrong", "right", "why"] as const).map((field) => ({
      text: correction[field],
      placeOf: (offset: number) => fieldPlace(["corrections", position, field], offset),
    })),
  );
  return texts.flatMap((read) =>
    findMisspelt(read, speller, known).map((finding) => placed(finding, read)),
  );
}

/** Names that the article itself explains: who gave its sources, and what it says is a name. */
function ownWords({ frontmatter, exempt }: Article): KnownWords {
  return knownWords([
    ...frontmatter.sources.flatMap(({ publisher, title }) => [publisher, title]),
    ...exempt.filter(({ because }) => because === "name").map(({ text }) => text),
  ]);
}

function placed(
  { rule, start, end, message, fix }: StyleFinding,
  block: Pick<ProseBlock, "text" | "placeOf">,
): PlacedFinding {
  return { rule, words: block.text.slice(start, end), message, fix, at: block.placeOf(start) };
}
