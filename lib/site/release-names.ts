const shortNames: Readonly<Record<string, string>> = {
  slt1: "Table 1",
  slt2: "Table 2",
  slt3: "Table 3",
  slt5: "Table 5",
  mfh: "Major holders (history)",
  press: "Press releases",
  s1: "Form S, 1977–2023",
  slt3d: "Treasuries by country, 2011–2023",
};

const numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** A number that begins a sentence: a word up to nine, then digits. */
export function startWithCount(count: number): string {
  return numbers[count] ?? String(count);
}

/** A release in a few words, for a column of a ledger: "Table 1". */
export function shortName({
  slug,
  title,
}: {
  readonly slug: string;
  readonly title: string;
}): string {
  return shortNames[slug] ?? title;
}
