/** A title in quotation marks. What is quoted within it stands in single ones, as American style has it. */
export function quotedTitle(title: string): string {
  return `“${title.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
