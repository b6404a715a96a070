/** How many marks of each kind, of figures or of words. */
interface Marked {
  readonly quoted: number;
  readonly exempt: number;
}

/** What is marked besides claims: "12 figures are quoted; 3 figures and 1 word are exempt." Nothing where nothing is. */
export function otherMarks(figures: Marked, words: Pick<Marked, "exempt">): string {
  const quoted = listed([[figures.quoted, "figure"]], "quoted");
  const exempt = listed(
    [
      [figures.exempt, "figure"],
      [words.exempt, "word"],
    ],
    "exempt",
  );
  const clauses = [quoted, exempt].filter((clause) => clause !== null);
  return clauses.length === 0 ? "" : `${clauses.join("; ")}.`;
}

function listed(counts: readonly (readonly [number, string])[], what: string): string | null {
  const some = counts.filter(([count]) => count > 0);
  if (some.length === 0) return null;
  const names = some.map(([count, noun]) => `${count} ${noun}${count === 1 ? "" : "s"}`);
  const total = some.reduce((sum, [count]) => sum + count, 0);
  return `${names.join(" and ")} ${total === 1 ? "is" : "are"} ${what}`;
}
