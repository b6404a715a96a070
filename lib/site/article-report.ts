import { z } from "zod";
import { isSupported } from "#lib/claims/judgement";
import type { SeriesReader } from "#lib/series/reader";
import { outlineOf, outlineShape, standAgain } from "./article-outline.ts";
import { amongOthers } from "./check-between.ts";
import type { TracedFinding } from "./findings.ts";
import type { Gate, LookedAt } from "./gate.ts";
import { placeShape, problemShape } from "./problem-shape.ts";
import { readAccepted } from "./read-accepted.ts";
import { isAnsweredAlike, startTrace, type TraceGround } from "./trace.ts";

const count = z.int().nonnegative();

const toldShape = z.strictObject({
  ...{ field: z.string(), text: z.string(), day: z.string() },
  ...{ instant: z.string().nullable(), at: placeShape },
});

const linkShape = z.strictObject({
  slug: z.string(),
  anchor: z.string().nullable(),
  at: placeShape,
});

/** The shape of a report, for where it was kept outside of this process. */
export const reportShape = z.strictObject({
  /** What `tickmark check` prints of an article; null when it could not be read. */
  counts: z
    .strictObject({
      named: z.strictObject({ id: z.string().nullable(), at: placeShape }),
      /** What other articles may link to, and what it links to; see lib/style/article-links.ts. */
      linked: z.strictObject({
        slug: z.string(),
        anchors: z.array(z.string()).readonly(),
        links: z.array(linkShape).readonly(),
      }),
      /** Names that its folder had before. */
      former: z.array(z.strictObject({ name: z.string(), at: placeShape })).readonly(),
      /** When it says that it was changed; see lib/articles/check-times.ts. */
      told: z.array(toldShape).readonly(),
      asOf: z.string(),
      claims: count,
      held: count,
      quoted: count,
      exempt: count,
    })
    .nullable(),
  isDraft: z.boolean(),
  problems: z.array(problemShape),
  /** Null for a draft and for what has problems: no page is made of these. */
  outline: outlineShape.nullable(),
});

/** What the gate found in one article, in a form that can be kept. */
export type ArticleReport = z.infer<typeof reportShape>;

/** Looks at an article and puts down what was found. */
export async function reportOn(
  slug: string,
  gate: Pick<Gate, "look" | "reader">,
): Promise<ArticleReport> {
  return reportOf(await gate.look(slug), gate.reader, gate.reader);
}

/** The same, and what it rests on of the store: what was found, and how claims stand by now, which each vintage may change. */
export async function traceReport(
  slug: string,
  gate: Pick<Gate, "look">,
  ground: TraceGround,
): Promise<TracedFinding<ArticleReport>> {
  const [looking, standing] = [startTrace(ground), startTrace(ground)];
  const found = await reportOf(await gate.look(slug, looking), looking.reader, standing.reader);
  return { found, looked: await looking.trace(), stood: await standing.trace() };
}

/**
 * What looking at an article would find by now, from what was found earlier in the same bytes: null when some answer of the store
 * that it rests on is another, so that it must be looked at. Otherwise its claims alone are asked how they stand, if that.
 */
export async function renewReport(
  { found, looked, stood }: TracedFinding<ArticleReport>,
  accepted: { readonly bytes: Buffer; readonly folder: string },
  ground: TraceGround,
): Promise<TracedFinding<ArticleReport> | null> {
  if (!(await isAnsweredAlike(looked, ground))) return null;
  const { outline } = found;
  if (outline === null || (await isAnsweredAlike(stood, ground))) return { found, looked, stood };
  const standing = startTrace(ground);
  const checked = await readAccepted(outline, accepted, ground.reader);
  return {
    found: { ...found, outline: await standAgain(outline, checked, standing.reader) },
    looked,
    stood: await standing.trace(),
  };
}

async function reportOf(
  { checked, problems, isDraft }: LookedAt,
  reader: SeriesReader,
  newest: SeriesReader,
): Promise<ArticleReport> {
  const found = { isDraft, problems: [...problems] };
  if (checked === null) return { counts: null, ...found, outline: null };
  const { claims, quoted, exempt, frontmatter } = checked.article;
  const isShowable = !isDraft && problems.length === 0;
  return {
    counts: {
      ...amongOthers(checked.article),
      asOf: frontmatter.asOf,
      claims: claims.length,
      held: checked.claims.filter(isSupported).length,
      quoted: quoted.length,
      exempt: exempt.length,
    },
    ...found,
    outline: isShowable ? await outlineOf(checked, reader, newest) : null,
  };
}
