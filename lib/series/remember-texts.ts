/** A long article asks about some hundred texts. */
const keptAtOnce = 1000;

/** What is longer is no sentence of an article, and would fill the memory. */
const longestKept = 4000;

/**
 * The same question about a text, worked out once while the text is among the last asked about: to hold an article against
 * the data again after a word of it changed is mostly to read the same sentences. Only for what depends on the text alone;
 * answers are shared, and so are read only.
 */
export function rememberTexts<Answer extends object>(
  work: (text: string) => Answer,
  most = keptAtOnce,
): (text: string) => Answer {
  let recent = new Map<string, Answer>();
  let older = new Map<string, Answer>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const answer = older.get(text) ?? work(text);
    if (text.length > longestKept) return answer;
    // Two halves in turn: what is asked for again moves to the newer, and the older is dropped as a whole.
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, answer);
    return answer;
  };
}
