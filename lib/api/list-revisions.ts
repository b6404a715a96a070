import { z } from "zod";
import { compareVintages } from "#lib/store/revision-rows";
import { listViolations } from "#lib/store/violation-rows";
import { classOf } from "#lib/series/security-class";
import type { Vintage } from "#lib/series/vintage";
import { answerJson, refuse, type ApiLink } from "./api-answer.ts";
import { endpoint } from "./endpoint.ts";
import { findRelease } from "./list-releases.ts";
import { pageLinks } from "./page-links.ts";
import { countParameter, dayParameter } from "./parameter-kinds.ts";
import { refuseParameters } from "./parameters.ts";
import { describeVintage, vintageSchema } from "./vintage-answer.ts";
import { describeViolation, violationSchema } from "./violation-answer.ts";

/** As many as anybody reads; who wants all of them reads the series. */
const furthest = 5_000;

const query = z.strictObject({
  from: dayParameter
    .optional()
    .describe("The earlier vintage to compare with. Left out: the one before"),
  limit: countParameter(1, 500).default(100).describe("How many revisions to list"),
  offset: countParameter(0, furthest).default(0).describe("How many to pass over"),
});

const decimal = z.string().nullable();

/** What changed between two vintages. */
export const revisionsSchema = z
  .object({
    release: z.string(),
    from: z.string().describe("The earlier vintage"),
    to: z.string().describe("The later vintage"),
    unit: z
      .string()
      .nullable()
      .describe(
        "Of every amount below; null when measures differ in it, and each summary says its own",
      ),
    licence: z.string(),
    sources: z.array(vintageSchema).describe("The two vintages and their files"),
    added: z.int().describe("Observations printed for the first time; not listed"),
    revised: z.int(),
    withdrawn: z.int(),
    summaries: z.array(
      z.object({
        section: z.string().describe("Part of the file; empty where a file has one part"),
        class: z.string().describe("As in /api/series"),
        measure: z.string(),
        areas: z
          .enum(["countries", "totals", "parts"])
          .describe("Whose: countries, totals and groups of them, or parts of a total"),
        unit: z.string().describe("Of the amounts beside it"),
        added: z.int(),
        revised: z.int(),
        withdrawn: z.int(),
        meanAbsoluteRevision: decimal,
        largestAbsoluteRevision: decimal,
      }),
    ),
    violations: z.array(violationSchema).describe("Recorded with the later vintage"),
    limit: z.int(),
    offset: z.int(),
    links: z.object({ self: z.url(), next: z.url().nullable(), prev: z.url().nullable() }),
    revisions: z
      .array(
        z.object({
          kind: z.enum(["added", "revised", "withdrawn"]),
          key: z.string(),
          title: z.string(),
          period: z.string(),
          before: decimal,
          after: decimal,
          status: z.enum(["normal", "missing", "withdrawn"]),
          difference: decimal,
        }),
      )
      .describe(
        "The revised ones, the largest first, then the withdrawn. In the unit of the series",
      ),
  })
  .describe("What changed between two vintages");

/** `/api/releases/<release>/<vintage>/revisions` */
export const listRevisions = endpoint({
  path: "/api/releases/{release}/{vintage}/revisions",
  operation: "listRevisions",
  summary: "What a vintage changed",
  description:
    "Counts, the mean and largest revision of each measure, the revisions sorted by size, and the figures of the vintage that do not add up.",
  places: {
    release: { description: "Slug of a release; see /api/releases", example: "mfh" },
    vintage: { description: "Day of publication", example: "2026-06-18" },
  },
  query,
  answers: [
    { mediaType: "application/json", description: "The revisions", schema: revisionsSchema },
  ],
  answer: async (asked, { store, origin }, { release: slug = "", vintage = "" }) => {
    const held = await findRelease(store, slug);
    if (!held.ok) return held;
    const compared = vintagesIn(held.value.vintages, vintage, asked.from);
    if (!compared.ok) return compared;
    const { from, to } = compared;
    const { limit, offset } = asked;
    const report = await compareVintages(store, slug, from.date, to.date, offset + limit);
    const violations = await listViolations(store, { release: slug, date: to.date });
    const total = Math.min(report.revised + report.withdrawn, furthest + limit);
    const links = pageLinks(`${origin}/api/releases/${slug}/${vintage}/revisions`, asked, total);
    const content: z.infer<typeof revisionsSchema> = {
      release: slug,
      from: from.date,
      to: to.date,
      unit: onlyOne(report.summaries.map(({ unit }) => unit)),
      licence: held.value.release.licence,
      sources: [from, to].map(describeVintage),
      added: report.added,
      revised: report.revised,
      withdrawn: report.withdrawn,
      summaries: report.summaries.map(({ securities, ...rest }) => ({
        class: classOf({ release: slug, securities }),
        ...rest,
      })),
      violations: violations.map(describeViolation),
      ...{ limit, offset, links },
      revisions: report.largest.slice(offset),
    };
    const rels = (["next", "prev"] as const).flatMap((rel): ApiLink[] =>
      links[rel] === null ? [] : [{ rel, href: links[rel] }],
    );
    const name = `${slug}-${from.date}-${to.date}`;
    return answerJson(content, { name, links: rels });
  },
});

/** What all are, or null. */
function onlyOne(texts: readonly string[]): string | null {
  const [first = null, ...others] = new Set(texts);
  return others.length === 0 ? first : null;
}

/** The two vintages to compare, or why they cannot be. */
function vintagesIn(
  vintages: readonly Vintage[],
  date: string,
  earlier: string | undefined,
): { readonly ok: true; readonly from: Vintage; readonly to: Vintage } | ReturnType<typeof refuse> {
  const known = vintages.map((one) => one.date);
  const index = vintages.findIndex((one) => one.date === date);
  const to = vintages[index];
  if (to === undefined) {
    const detail = `There is no vintage of "${date.slice(0, 64)}".`;
    return refuse({ kind: "unknown-vintage", detail, known });
  }
  const before = vintages.slice(0, index);
  if (before.length === 0) {
    const detail = `${date} is the first vintage held: there is none before it to compare with.`;
    return refuse({ kind: "unknown-vintage", detail });
  }
  const from = earlier === undefined ? before.at(-1) : before.find((one) => one.date === earlier);
  if (from !== undefined) return { ok: true, from, to };
  const message = `expected a vintage before ${date} (${before.map((one) => one.date).join(", ")}), found "${earlier ?? ""}"`;
  return refuseParameters([{ parameter: "from", message }], Object.keys(query.shape));
}
