import { z } from "zod";
import { countChanges } from "#lib/store/revision-rows";
import type { Store } from "#lib/store/store";
import { listReleases as releasesOf } from "#lib/store/vintage-rows";
import { nearest } from "#lib/series/nearest";
import { answerJson, refuse } from "./api-answer.ts";
import { endpoint } from "./endpoint.ts";
import {
  describeRelease,
  describeVintage,
  releaseSchema,
  vintageSchema,
} from "./vintage-answer.ts";

/** Every release. */
export const releaseListSchema = z
  .object({
    releases: z.array(
      releaseSchema.extend({
        vintages: z.int().describe("How many are held"),
        firstVintage: z.string().nullable(),
        newestVintage: z.string().nullable(),
        links: z.object({ page: z.url(), json: z.url(), series: z.url() }),
      }),
    ),
  })
  .describe("Every release");

/** The vintages of one release. */
export const releaseVintagesSchema = z
  .object({
    release: releaseSchema,
    vintages: z
      .array(
        vintageSchema.extend({
          added: z.int().describe("Observations printed for the first time"),
          revised: z.int(),
          withdrawn: z.int(),
          links: z.object({ page: z.url(), revisions: z.url().nullable() }),
        }),
      )
      .describe("Oldest first"),
  })
  .describe("The vintages of one release, and what each changed");

/** `/api/releases` */
export const listReleases = endpoint({
  path: "/api/releases",
  operation: "listReleases",
  summary: "Every release",
  description: "The publications held, and how many vintages of each.",
  places: {},
  query: z.strictObject({}),
  answers: [
    { mediaType: "application/json", description: "The releases", schema: releaseListSchema },
  ],
  answer: async (_, { store, origin }) => {
    const held = await releasesOf(store);
    const releases = held.map(({ release, vintages }) => ({
      ...describeRelease(release),
      vintages: vintages.length,
      firstVintage: vintages[0]?.date ?? null,
      newestVintage: vintages.at(-1)?.date ?? null,
      links: {
        page: `${origin}/releases/${release.slug}`,
        json: `${origin}/api/releases/${release.slug}`,
        series: `${origin}/api/series?release=${release.slug}`,
      },
    }));
    const content: z.infer<typeof releaseListSchema> = { releases };
    return answerJson(content, { name: "releases" });
  },
});

/** `/api/releases/<release>` */
export const releaseVintages = endpoint({
  path: "/api/releases/{release}",
  operation: "getRelease",
  summary: "The vintages of one release",
  description: "Each vintage with its file, its SHA-256, and how many observations it changed.",
  places: { release: { description: "Slug of a release; see /api/releases", example: "mfh" } },
  query: z.strictObject({}),
  answers: [
    { mediaType: "application/json", description: "The vintages", schema: releaseVintagesSchema },
  ],
  answer: async (_, { store, origin }, { release: slug = "" }) => {
    const held = await findRelease(store, slug);
    if (!held.ok) return held;
    const { release, vintages } = held.value;
    const changes = new Map(
      (await countChanges(store, slug)).map(({ date, ...counts }) => [date, counts]),
    );
    const content: z.infer<typeof releaseVintagesSchema> = {
      release: describeRelease(release),
      vintages: vintages.map((vintage, index) => ({
        ...describeVintage(vintage),
        ...(changes.get(vintage.date) ?? { added: 0, revised: 0, withdrawn: 0 }),
        links: {
          page: `${origin}/releases/${slug}/${vintage.date}`,
          revisions:
            index === 0 ? null : `${origin}/api/releases/${slug}/${vintage.date}/revisions`,
        },
      })),
    };
    return answerJson(content, { name: slug });
  },
});

/** A release that is held, with its vintages, or a refusal with the ones there are. */
export async function findRelease(
  store: Store,
  slug: string,
): Promise<
  | { readonly ok: true; readonly value: Awaited<ReturnType<typeof releasesOf>>[number] }
  | ReturnType<typeof refuse>
> {
  const all = await releasesOf(store);
  const value = all.find(({ release }) => release.slug === slug);
  if (value) return { ok: true, value };
  const known = all.map(({ release }) => release.slug);
  return refuse({
    kind: "unknown-release",
    detail: `There is no release "${slug.slice(0, 64)}".`,
    known,
    nearest: nearest(slug.slice(0, 64), known, 3),
  });
}
