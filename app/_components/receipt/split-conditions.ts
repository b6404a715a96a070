/**
 * The conditions of a statement in words ("“A”, in 2025, is less than 3, and “B”, in 2025, is more than 4"), each without
 * the "and" that joins them. Only an "and" that joins the whole is a place to cut: not one in a title, in parentheses, or
 * beside an "or", which would take in more than its own line.
 */
export function splitConditions(words: string): readonly string[] {
  const outer = maskWithin(words);
  if (outer.includes(", or ")) return [words];
  const conditions: string[] = [];
  let start = 0;
  for (const { index, 0: joint } of outer.matchAll(/, and /g)) {
    conditions.push(words.slice(start, index));
    start = index + joint.length;
  }
  return [...conditions, words.slice(start)];
}

/** The same text, as long, with blanks for what stands in quotation marks or parentheses. */
function maskWithin(words: string): string {
  let depth = 0;
  return Array.from(words, (character) => {
    if ("“(".includes(character)) depth += 1;
    const shown = depth === 0 ? character : " ".repeat(character.length);
    if ("”)".includes(character)) depth -= 1;
    return shown;
  }).join("");
}
