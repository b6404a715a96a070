import { z } from "zod";
import type { CheckedArticle } from "#lib/articles/check-article";
import type { CheckedClaim } from "#lib/articles/check-claim";
import { computedOf } from "#lib/articles/read-claim-at";
import { keysIn } from "#lib/expressions/catalogue";
import { documentKinds } from "#lib/search/search-document";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { termsOf } from "./check-terms.ts";
import { placeShape } from "./problem-shape.ts";
import { describeAll } from "./receipt-cells.ts";
import { articleDocuments } from "./search-documents.ts";
import { standingNow } from "./standing-now.ts";

const text = z.string();
const vintageDate = z.custom<VintageDate>(
  (value) => text.refine(isVintageDate).safeParse(value).success,
);

const correctionShape = z.strictObject({
  ...{ date: text, wrong: text, right: text, why: text },
  ...{ id: text, instant: text.optional(), recorded: text.optional() },
});

const saidShape = z.strictObject({ text, day: text, instant: text.nullable() });

const documentShape = z.strictObject({
  kind: z.enum(documentKinds),
  path: text,
  title: text,
  names: z.array(text).readonly(),
  text,
  place: text.nullable(),
  figure: z.strictObject({ value: text, note: text }).nullable(),
});

const claimShape = z.strictObject({
  id: text,
  sentence: z.strictObject({ before: text, claim: text, after: text }),
  asOf: vintageDate,
  pinned: z.boolean(),
  verdict: z.enum(["holds", "holds-rounded"]),
  /** Against the newest vintage held of what it reads. */
  standing: z.enum(["holds", "holds-rounded", "drifted", "flipped", "unanswered"]),
  computed: text,
});

/** The shape of an outline, for where it was kept outside of this process. */
export const outlineShape = z.strictObject({
  slug: text,
  headline: text,
  dek: text,
  frontmatter: z.strictObject({
    ...{ id: text, byline: text, topic: text, published: text, appears: text },
    ...{ updated: text, asOf: vintageDate },
    /** When it was published and updated, with the times that it says. */
    said: z.strictObject({ published: saidShape, updated: saidShape }),
    formerly: z.array(text),
    corrections: z.array(correctionShape),
  }),
  /** The charts that it shows, with their headlines as their definitions have them. */
  charts: z.array(z.strictObject({ id: text, text, at: placeShape })),
  /** In the order of the text. */
  claims: z.array(claimShape),
  /** The keys that its claims name. */
  series: z.array(text),
  /** For each series that some claim has cells of, the positions of those claims. */
  rests: z.array(z.strictObject({ key: text, claims: z.array(z.int().nonnegative()) })),
  /** The releases that these series are of. */
  releases: z.array(text),
  /** The terms of the glossary that it opens. */
  terms: z.array(text),
  /** What a search finds of its text. */
  documents: z.array(documentShape),
});

/**
 * What an article is to the pages of others: lists, feeds, charts, searches. Plain data, kept with what the gate found, so that a
 * site opens without reading its articles again. It is that of an article without problems, over what the store held.
 */
export type ArticleOutline = z.infer<typeof outlineShape>;

/** A claim as lists show it. */
export type OutlinedClaim = ArticleOutline["claims"][number];

/**
 * Outlines an article that has no problems. Throws for a claim that does not hold. How claims stand by now is asked of `newest`: the
 * same figures, of which another takes down what is asked.
 */
export async function outlineOf(
  checked: CheckedArticle,
  reader: SeriesReader,
  newest = reader,
): Promise<ArticleOutline> {
  const { article, claims } = checked;
  const { slug, headline, dek, frontmatter, charts } = article;
  const { id, byline, topic, published, appears, updated, asOf, said } = frontmatter;
  const series = await describeAll(
    claims.flatMap(({ cells }) => cells),
    reader,
  );
  return {
    ...{ slug, headline, dek },
    frontmatter: {
      ...{ id, byline, topic, published, appears, updated, asOf, said },
      formerly: frontmatter.formerly,
      corrections: [...frontmatter.corrections],
    },
    charts: charts.map((chart) => ({ id: chart.id, text: chart.text, at: chart.at })),
    claims: await Promise.all(claims.map((claim) => outlineClaim(claim, newest))),
    series: [...new Set(claims.flatMap(keysNamed))],
    rests: restsOf(claims),
    releases: [...new Set([...series.values()].map(({ release }) => release))],
    terms: termsOf(article),
    documents: articleDocuments(checked),
  };
}

/** The outline of an article as its claims stand over figures that came since, of which none changes anything else in it. */
export async function standAgain(
  outline: ArticleOutline,
  { claims }: CheckedArticle,
  newest: SeriesReader,
): Promise<ArticleOutline> {
  return {
    ...outline,
    claims: await Promise.all(claims.map((claim) => outlineClaim(claim, newest))),
  };
}

async function outlineClaim(checked: CheckedClaim, reader: SeriesReader): Promise<OutlinedClaim> {
  const { claim, asOf, isPinned, verdict, parts } = checked;
  if (verdict !== "holds" && verdict !== "holds-rounded")
    throw new Error(`The claim ${claim.id} does not hold, and its article has no problem`);
  return {
    ...{ id: claim.id, sentence: claim.sentence, asOf, pinned: isPinned, verdict },
    standing: await standingNow(checked, reader),
    computed: computedOf(parts),
  };
}

/** A rank rests on every country besides those that it names. */
function keysNamed({ parts }: CheckedClaim): string[] {
  return parts.flatMap(({ tree }) => keysIn(tree).map(({ key }) => key));
}

function restsOf(claims: readonly CheckedClaim[]): ArticleOutline["rests"] {
  const rests = new Map<string, number[]>();
  for (const [position, { cells }] of claims.entries()) {
    for (const key of new Set(cells.map((cell) => cell.key)))
      rests.set(key, [...(rests.get(key) ?? []), position]);
  }
  return [...rests].map(([key, positions]) => ({ key, claims: positions }));
}
