import { z } from "zod";
import { isSupported } from "#lib/claims/judgement";
import { outlineOf, outlineShape } from "./article-outline.ts";
import { amongOthers } from "./check-between.ts";
import type { Gate, LookedAt } from "./gate.ts";
import { placeShape, problemShape } from "./problem-shape.ts";

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
  return reportOf(await gate.look(slug), gate);
}

async function reportOf(
  { checked, problems, isDraft }: LookedAt,
  { reader }: Pick<Gate, "reader">,
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
    outline: isShowable ? await outlineOf(checked, reader) : null,
  };
}
