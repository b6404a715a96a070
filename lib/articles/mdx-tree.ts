import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFileMessage } from "vfile-message";
import type { Problem } from "#lib/series/problem";

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** MDX text as a tree, or the problem that keeps it from being one (an unclosed tag, a stray `{`). */
export function parseMdx(source: string, file: string): { tree: Root } | { problems: Problem[] } {
  try {
    return { tree: processor.parse(source) };
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const at = { file, line: error.line ?? 1, column: error.column ?? 1 };
    return {
      problems: [
        {
          kind: "mdx",
          message: error.reason,
          at,
          fix: "close the tag, or write \\< or \\{ for the character itself",
        },
      ],
    };
  }
}
