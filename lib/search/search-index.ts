import { unitsOf } from "./query-units.ts";
import type { SearchDocument } from "./search-document.ts";
import type { SearchQuery } from "./search-query.ts";
import type { Synonyms } from "./synonyms.ts";
import { placeWords, type Field, type Run, type WordPlace } from "./word-places.ts";
import { wordTokens } from "./word-token.ts";

/** A document found, and how well it fits. */
export interface FoundDocument {
  readonly document: SearchDocument;
  readonly score: number;
  /** Whether its title or one of its names is what was typed, or has all of it. */
  readonly fit: Fit;
}

export type Fit = "exact" | "title" | "text";

/** What was found, and the runs of words by which it was: what to mark. */
export interface IndexFound {
  /** Best first. */
  readonly documents: readonly FoundDocument[];
  readonly runs: readonly Run[];
}

export interface SearchIndex {
  /** The documents that have everything asked for. */
  find(query: SearchQuery): IndexFound;
  /** A word itself when some document has it, else the word it was most likely meant to be; null when it is like none. */
  correct(word: string): string | null;
}

const weights: Readonly<Record<Field, number>> = { title: 6, name: 5, text: 1 };
const bonus: Readonly<Record<Fit, number>> = { exact: 30, title: 8, text: 0 };

/** Documents by their words. Good for some thousand of them: all is kept in memory, and nothing of it changes. */
export function createIndex(documents: readonly SearchDocument[], synonyms: Synonyms): SearchIndex {
  const places = placeWords(documents);
  const names = documents.map(
    (document) => new Set([document.title, ...document.names].map((name) => stemsOf(name))),
  );

  function find(query: SearchQuery): IndexFound {
    const units = unitsOf(query, places, synonyms);
    const scores = units.map((runs) =>
      scoreOf(
        runs.map((run) => places.of(run)),
        documents.length,
      ),
    );
    const asked = query.parts.flatMap(({ stems }) => stems).join(" ");
    // What was typed under its other names: "uk" is all of the name United Kingdom.
    const [only = []] = units.length === 1 ? units : [];
    const wholes = only.flatMap((run) => (run.isBeginning ? [] : [run.stems.join(" ")]));
    const found = [...(scores[0]?.keys() ?? [])].flatMap((number): FoundDocument[] => {
      const document = documents[number];
      const parts = scores.flatMap((unit) => unit.get(number) ?? []);
      if (document === undefined || parts.length < scores.length) return [];
      const isExact = [asked, ...wholes].some((name) => names[number]?.has(name));
      const fit = isExact ? "exact" : parts.every(({ isName }) => isName) ? "title" : "text";
      const sum = parts.reduce((total, { score }) => total + score, 0);
      // A word says more of a short title than of a long one.
      const length = fit === "text" ? 1 : Math.sqrt(wordTokens(document.title).length);
      return [{ document, fit, score: sum / length + bonus[fit] }];
    });
    return {
      documents: found.sort((left, right) => right.score - left.score),
      runs: units.flat(),
    };
  }

  return {
    find,
    correct: (word) => (places.has(word) ? word : places.nearest(word)),
  };
}

interface UnitScore {
  readonly score: number;
  /** Whether it stands in a title or a name. */
  readonly isName: boolean;
}

/** What a thing asked for counts in each document that has it: more where it names the document, and where it is rare. */
function scoreOf(ways: readonly (readonly WordPlace[])[], all: number): Map<number, UnitScore> {
  const having = new Set(ways.flat().map(({ document }) => document)).size;
  const rare = Math.log(1 + all / Math.max(1, having));
  const scores = new Map<number, UnitScore>();
  for (const [way, places] of ways.entries()) {
    // As typed is better than by another name.
    const quality = way === 0 ? 1 : 0.7;
    const counts = new Map<string, number>();
    for (const { document, field } of places) {
      const count = (counts.get(`${document} ${field}`) ?? 0) + 1;
      counts.set(`${document} ${field}`, count);
      const before = scores.get(document);
      scores.set(document, {
        // Each time it is said again counts less.
        score: (before?.score ?? 0) + (weights[field] * rare * quality) / count ** 2,
        isName: before?.isName === true || field !== "text",
      });
    }
  }
  return scores;
}

function stemsOf(text: string): string {
  return wordTokens(text)
    .map(({ stem }) => stem)
    .join(" ");
}
