/** A text without the mark that some editors begin a file with, and that would hide the frontmatter. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\ufeff/u, "");
}
