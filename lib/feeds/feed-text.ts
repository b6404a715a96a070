/**
 * A text as any format may carry it: without the characters that XML 1.0 (section 2.2) forbids even when escaped, without halves
 * of characters, and with line ends that a parser leaves alone.
 */
export function feedText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
}
