import type { Noun } from "#lib/nouns/noun";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import { wordsOfFigure } from "./quoted-figure.ts";

/**
 * A figure that its source lists with what it is of ("$327.8 billion of corporate bonds") is said of that: of the noun at once
 * behind it where there is one, else its sentence names it. Problem: `wrong-noun`.
 */
export function checkQuotedNouns(
  { quoted, frontmatter: { sources } }: Article,
  nouns: Nouns,
): Problem[] {
  const figures = new Map(sources.map((source) => [source.id, source.figures]));
  return quoted.flatMap(({ source, text, sentence: { before, after }, at }): Problem[] => {
    const listed = wordsOfFigure(text, figures.get(source) ?? []);
    if (listed.length === 0 || listed.includes("")) return [];
    const namedIn = (words: string) => nouns.finder.find(words).map(({ noun }) => noun);
    const behind = nouns.finder
      .find(after)
      .filter(({ start }) => /^ of (?:the |its |their )?$/u.test(after.slice(0, start)))
      .map(({ noun }) => noun);
    const isNamed = listed.some((words) => {
      const own = namedIn(words);
      return behind.length > 0
        ? behind.every((noun) => own.some((other) => meet(noun, other)))
        : own.every((noun) => namedIn(before + after).some((other) => meet(noun, other)));
    });
    if (isNamed) return [];
    return [
      {
        kind: "wrong-noun",
        message: `"${text}" is listed by "${source}" as a figure of ${listed.join(" or of ")}, and its sentence says otherwise`,
        at,
        fix: "write what the source printed it of, or correct figures: in the frontmatter",
      },
    ];
  });
}

function meet(one: Noun, other: Noun): boolean {
  return one.dimension === other.dimension && [...one.fits].some((slug) => other.fits.has(slug));
}
