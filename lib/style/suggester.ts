import { distance } from "fastest-levenshtein";

/** What is further away was not meant, and what is shorter is near to everything. */
const [furthest, shortestFar] = [2, 5];

/**
 * Makes what finds the words that a misspelt one is likely meant for, the likeliest first: those one slip of the finger away, else those
 * two away. Whoever slips seldom does at the first letter, so of the many words only those that begin alike are held against it, and
 * of the others those that differ there and nowhere else: a word that is like none takes some milliseconds too.
 */
export function createSuggester(forms: readonly string[]): (word: string) => string[] {
  const exact = new Map<string, string>();
  const shelves = new Map<string, string[]>();
  for (const form of forms) {
    // What belongs to somebody is told by the word itself.
    if (form.includes("'")) continue;
    const plain = form.toLowerCase();
    if (form === plain || !exact.has(plain)) exact.set(plain, form);
    const shelf = shelfOf(plain.charAt(0), plain.length);
    const held = shelves.get(shelf);
    if (held) held.push(plain);
    else shelves.set(shelf, [plain]);
  }
  return (word) => {
    const said = word.toLowerCase();
    const most = said.length < shortestFar ? 1 : furthest;
    const lengths = Array.from({ length: 2 * most + 1 }, (_, index) => said.length - most + index);
    const alike = lengths.flatMap((length) => shelves.get(shelfOf(said.charAt(0), length)) ?? []);
    const ranked = [...alike, ...otherwiseBegun(said).filter((one) => exact.has(one))]
      .map((one) => ({ one, ...slipsBetween(said, one) }))
      .filter(({ away }) => away <= most)
      .sort(
        (left, right) =>
          left.away - right.away ||
          Number(right.isSwapped) - Number(left.isSwapped) ||
          sharedEnds(said, right.one) - sharedEnds(said, left.one) ||
          left.one.localeCompare(right.one, "en"),
      );
    const [best] = ranked;
    const likely = ranked.filter(({ away }) => away === best?.away);
    return [...new Set(likely.map(({ one }) => cased(exact.get(one) ?? one, word)))];
  };
}

function shelfOf(first: string, length: number): string {
  return `${first}${length}`;
}

const letters = Array.from("abcdefghijklmnopqrstuvwxyz");

/** A text with its first letter changed, left out, or in another place; and with one before it. */
function otherwiseBegun(text: string): string[] {
  const rest = text.slice(1);
  const swapped = `${text.charAt(1)}${text.charAt(0)}${text.slice(2)}`;
  return [rest, swapped, ...letters.flatMap((letter) => [letter + rest, letter + text])];
}

/** Levenshtein's distance, where two letters in each other's place are one slip. */
function slipsBetween(text: string, other: string): { away: number; isSwapped: boolean } {
  const isSwapped = areSwapped(text, other);
  return { isSwapped, away: isSwapped ? 1 : distance(text, other) };
}

function areSwapped(text: string, other: string): boolean {
  if (text.length !== other.length || text === other) return false;
  const at = sharedStart(text, other);
  return (
    text.charAt(at) === other.charAt(at + 1) &&
    text.charAt(at + 1) === other.charAt(at) &&
    text.slice(at + 2) === other.slice(at + 2)
  );
}

/** How many letters two texts begin and end with alike. */
function sharedEnds(text: string, other: string): number {
  return sharedStart(text, other) + sharedEnd(text, other);
}

function sharedStart(text: string, other: string): number {
  let at = 0;
  while (at < text.length && text.charAt(at) === other.charAt(at)) at += 1;
  return at;
}

function sharedEnd(text: string, other: string): number {
  let count = 0;
  while (count < text.length && text.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}

/** As the dictionary has it; at the head of a sentence with a capital. */
function cased(form: string, said: string): string {
  const isCapital = /^\p{Lu}/u.test(said);
  return isCapital ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}
