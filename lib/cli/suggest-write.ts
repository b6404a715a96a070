import { chmod, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { withoutByteOrderMark } from "#lib/articles/byte-order-mark";
import type { DraftText } from "#lib/marks/draft-text";
import { writeMarks, type MarkSetting, type WrittenMarks } from "#lib/marks/write-marks";
import { contentFolder, loadHeadlines } from "#lib/site/content";
import type { FoundFigure } from "#lib/suggest/found-figure";
import { writeAtomically } from "#lib/sync/write-atomically";
import type { GivenText } from "./suggest-input.ts";

/**
 * Writes marks into an article's file: whole or not at all, and only when the file is still as it was read. Gives what was
 * written, or a sentence that says why nothing was.
 */
export async function writeIntoFile(
  { file, text }: GivenText,
  draft: DraftText,
  figures: readonly FoundFigure[],
  setting: MarkSetting,
): Promise<WrittenMarks | string> {
  const { headlines } = await loadHeadlines(contentOf(file));
  const source = withoutByteOrderMark(text);
  const marked = await writeMarks(
    {
      slug: slugOf(file),
      file,
      source,
      headlines,
      toSource: draft.toSource,
      blockOf: draft.blockOf,
    },
    figures,
    setting,
  );
  if (marked.written.length === 0) return marked;
  const target = await realpath(file);
  const { mode } = await stat(target);
  if (!(await readFile(target)).equals(Buffer.from(text))) {
    return `${file} was changed while it was read. Nothing was written; run the command again`;
  }
  await writeAtomically(target, text.slice(0, text.length - source.length) + marked.source);
  await chmod(target, mode);
  return marked;
}

/** An article lies in its folder, which is its slug; a draft may lie anywhere. */
function slugOf(file: string): string {
  const { name, dir } = path.parse(path.resolve(file));
  return name === "index" ? path.basename(dir) : name;
}

/** The folder of content that an article lies in; the site's own for a draft that lies elsewhere. */
function contentOf(file: string): string {
  const articles = path.dirname(path.dirname(file));
  return path.basename(articles) === "articles" ? path.dirname(articles) : contentFolder;
}
