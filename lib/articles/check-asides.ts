import { createNounFit } from "#lib/nouns/fit";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { Series } from "#lib/series/series";
import type { SeriesReader } from "#lib/series/reader";
import type { CheckedClaim } from "./check-claim.ts";
import { describeSeries } from "./describe-series.ts";
import type { Aside } from "./read-marks.ts";

/**
 * What a picture or a link says apart from the text, where no claim can stand, and what is exempt as a summary: each noun must
 * go with a series that the article rests on. Problem: `wrong-noun`.
 */
export async function checkAsides(
  asides: readonly Aside[],
  claims: readonly CheckedClaim[],
  reader: SeriesReader,
  nouns: Nouns,
): Promise<Problem[]> {
  if (asides.length === 0 || claims.length === 0) return [];
  const series = new Map<string, Series>();
  for (const { cells, parts } of claims) {
    for (const { tree } of parts) {
      const seriesOf = await describeSeries(tree, reader);
      for (const { key } of cells) {
        const found = seriesOf(key);
        if (found) series.set(key, found);
      }
    }
  }
  const fits = [...series.values()].map((one) => createNounFit({ focus: [one], background: [] }));
  return asides.flatMap(({ text, at }) =>
    nouns.finder
      .find(text)
      .filter(({ noun }) => fits.every((fit) => fit(noun) === "contradicts"))
      .map(({ start, end }) => ({
        kind: "wrong-noun",
        message: `"${text}" says "${text.slice(start, end)}", and no claim of the article rests on that`,
        at,
        fix: "correct the words, or say in the text what they are about, as a claim",
      })),
  );
}
