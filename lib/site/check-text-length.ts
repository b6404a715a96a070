/** Why a text is too long to be read at once, and what to do, in sentences; null for one that is not. */
export function lengthProblem(text: string, longest: number): string | null {
  // A form sends each line feed as two characters; the box counted one.
  const length = text.replaceAll("\r\n", "\n").length;
  if (length <= longest) return null;
  const [all, most, over] = [length, longest, length - longest].map((count) =>
    count.toLocaleString("en-US"),
  );
  return `The text has ${all} characters, and at most ${most} are read at once: ${over} too many. Nothing of it was checked or kept. Check it part by part.`;
}
