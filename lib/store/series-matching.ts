import { Prisma } from "../../prisma/client/client.ts";
import { correctWords } from "./misspelt.ts";
import { wordsIn } from "./search-text.ts";
import type { Store } from "./store.ts";

/** How words are looked for: a condition on a series, and how well it fits. */
export interface Matching {
  readonly condition: Prisma.Sql;
  readonly score: Prisma.Sql;
  /** The words looked for instead of those typed, of which no series has all; null when these are looked for. */
  readonly meant: readonly string[] | null;
}

const everything: Matching = {
  ...{ condition: Prisma.sql`TRUE`, score: Prisma.sql`0::real`, meant: null },
};

const nothing: Matching = { ...everything, condition: Prisma.sql`FALSE` };

const mostWords = 12;

/** A shorter word is seldom the beginning of another: "UK" is not Ukraine. */
const shortestBeginning = 4;

/**
 * How to look for words as typed: by their stems, the last one also by its beginning, a short one only when no series has it
 * whole. When no series has them all, misspelt ones are taken for the words most like them.
 */
export async function matchWords(store: Store, text: string): Promise<Matching> {
  const words = wordsIn(text).slice(0, mostWords);
  const last = words.at(-1);
  if (last === undefined) return everything;
  const typed = stemsOf(words, text);
  const begun = stemsOf(words, text, ":*");
  const ways = last.length < shortestBeginning ? [typed, begun] : [begun];
  for (const way of ways) if (await someFit(store, way)) return way;
  const meant = await correctWords(store, words);
  if (meant === null) return nothing;
  const corrected = { ...stemsOf(meant), meant };
  return (await someFit(store, corrected)) ? corrected : nothing;
}

/** A condition on a series: words stand together in its title, in any of their forms. */
export function standsInTitle(phrase: string): Prisma.Sql {
  const words = wordsIn(phrase.replaceAll(/\p{Cc}/gu, " ")).slice(0, mostWords);
  return Prisma.sql`to_tsvector('english', title) @@ phraseto_tsquery('english', ${words.join(" ")})`;
}

function stemsOf(words: readonly string[], text = "", ending = ""): Matching {
  const exact = words.join(" & ");
  const found = Prisma.sql`to_tsvector('english', search_text) @@ to_tsquery('english', ${exact + ending})`;
  const [only = ""] = words.length === 1 ? words : [];
  return {
    // The codes of India, Italy and Norway are words that a full-text search passes over.
    condition: /^\p{L}{2}$/u.test(only)
      ? Prisma.sql`(${found} OR area_slug = (SELECT slug FROM area WHERE iso = ${only.toUpperCase()}))`
      : found,
    // Whoever types a key wants that series. The title says what a series is; the rest, how else it may be called.
    score: Prisma.sql`100 * (key = ${text.trim().toLowerCase()})::int + 4 * ts_rank(to_tsvector('english', title), to_tsquery('english', ${words.join(" | ")}), 2)
      + ts_rank(to_tsvector('english', search_text), to_tsquery('english', ${exact}), 2)`,
    meant: null,
  };
}

async function someFit(store: Store, { condition }: Matching): Promise<boolean> {
  const [found] = await store.prisma.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (SELECT FROM series WHERE ${condition}) AS some`;
  return found?.some ?? false;
}
