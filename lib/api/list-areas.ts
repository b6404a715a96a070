import { z } from "zod";
import { listAreas as areasOf } from "#lib/store/area-rows";
import { answerJson } from "./api-answer.ts";
import { endpoint } from "./endpoint.ts";

/** Every area. */
export const areaListSchema = z
  .object({
    areas: z
      .array(
        z.object({
          area: z.string().describe("Slug, as in keys"),
          code: z.string().nullable().describe("The Treasury's code"),
          name: z.string(),
          kind: z
            .enum(["country", "region", "memo", "organisation", "of-which", "total", "group"])
            .describe("Only countries are compared with countries; nothing else is added to them"),
          region: z.string().nullable().describe("Slug of the region it is counted under"),
          iso: z.string().nullable().describe("ISO 3166-1 alpha-2"),
          names: z.record(z.string(), z.string()).describe("What each release calls it"),
          series: z.int().describe("How many series there are of it"),
          links: z.object({ page: z.url(), series: z.url() }),
        }),
      )
      .describe("By name"),
  })
  .describe("Every area");

/** `/api/areas` */
export const listAreas = endpoint({
  path: "/api/areas",
  operation: "listAreas",
  summary: "Every area",
  description: "Countries, regions, totals and other groups of holders, with their codes.",
  places: {},
  query: z.strictObject({}),
  answers: [{ mediaType: "application/json", description: "The areas", schema: areaListSchema }],
  answer: async (_, { store, origin }) => {
    const areas = (await areasOf(store)).map(({ slug, names, ...rest }) => ({
      area: slug,
      ...rest,
      names: { ...names },
      links: { page: `${origin}/areas/${slug}`, series: `${origin}/api/series?area=${slug}` },
    }));
    const content: z.infer<typeof areaListSchema> = { areas };
    return answerJson(content, { name: "areas" });
  },
});
