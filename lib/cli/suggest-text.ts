import { withoutByteOrderMark } from "#lib/articles/byte-order-mark";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";
import { parseArticleTree } from "#lib/articles/article-tree";
import { parseFrontmatter, type Frontmatter } from "#lib/articles/frontmatter";
import { readDraft, type DraftText } from "#lib/marks/draft-text";
import type { Problem } from "#lib/series/problem";
import { splitText } from "#lib/suggest/split-text";
import type { TextPart } from "#lib/suggest/text-part";
import { blankHtml, isHtml } from "./blank-html.ts";
import type { GivenText } from "./suggest-input.ts";

/** A text ready to be read for figures. */
export interface TextToRead {
  readonly parts: readonly TextPart[];
  /** Where words of the parts begin in the file. */
  readonly placeOf: (offset: number) => number;
  /** An article, whose marks are known; null for any other text. */
  readonly article: ArticleText | null;
  /** What could not be read. */
  readonly problems: readonly Problem[];
}

export interface ArticleText {
  readonly draft: DraftText;
  /** Null where it cannot be read. */
  readonly frontmatter: Frontmatter | null;
}

/** Reads a text by what it is: an article in MDX, a page in HTML, or any other text. */
export function readTextToRead({ file, text }: GivenText): TextToRead {
  if (/\.mdx$/iu.test(file)) return readArticleText(text, file);
  const plain = /\.html?$/iu.test(file) || isHtml(text) ? blankHtml(text) : text;
  return {
    parts: splitText(plain),
    placeOf: (offset) => offset,
    article: null,
    problems: [],
  };
}

function readArticleText(text: string, file: string): TextToRead {
  // As the gate does it: a byte order mark would hide the frontmatter.
  const source = withoutByteOrderMark(text);
  const shift = text.length - source.length;
  const { yaml, end, problems: unended } = cutFrontmatter(source, file);
  const { frontmatter, problems: wrong } =
    yaml === null ? { frontmatter: null, problems: unended } : parseFrontmatter(yaml, file, 2);
  const { tree, problems } = parseArticleTree(source, file, end);
  const draft = readDraft(tree, source);
  return {
    parts: draft.parts,
    placeOf: (offset) => draft.placeOf(offset) + shift,
    article: { draft, frontmatter },
    problems: [...wrong, ...problems],
  };
}
