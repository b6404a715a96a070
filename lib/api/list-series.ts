import { z } from "zod";
import { nearest } from "#lib/series/nearest";
import { searchSeries, type Facet, type FacetCount } from "#lib/store/series-search";
import type { Store } from "#lib/store/store";
import { answerJson, type ApiLink } from "./api-answer.ts";
import { endpoint } from "./endpoint.ts";
import { pageLinks } from "./page-links.ts";
import { countParameter, slugParameter } from "./parameter-kinds.ts";
import { refuseParameters } from "./parameters.ts";
import type { ParameterError } from "./problem-details.ts";
import { describeSeries, seriesSchema } from "./series-answer.ts";

const query = z.strictObject({
  search: z
    .string()
    .regex(/^[^\p{Cc}]{1,200}$/u, "at most 200 letters")
    .optional()
    .describe("Words of the title, names, area or key. Misspelt ones are forgiven"),
  release: slugParameter.optional().describe("Slug of a release; see /api/releases"),
  class: slugParameter
    .optional()
    .describe(
      "Class of security, the same in every release, such as treasuries, bills or equities",
    ),
  measure: slugParameter.optional().describe("What is measured, such as holdings or net"),
  area: slugParameter.optional().describe("Slug of an area; see /api/areas"),
  limit: countParameter(1, 200).default(50).describe("How many series to list"),
  offset: countParameter(0, 1_000_000).default(0).describe("How many to pass over"),
});

const facet = z.array(z.object({ value: z.string(), count: z.int() }));

/** One page of series. */
export const seriesListSchema = z
  .object({
    total: z.int().describe("How many series fit"),
    limit: z.int(),
    offset: z.int(),
    meant: z
      .array(z.string())
      .nullable()
      .describe(
        "The words found instead of those searched for, when no series has all of these; else null",
      ),
    facets: z
      .object({ release: facet, class: facet, measure: facet, area: facet })
      .describe("The values each parameter could have, and how many series would fit"),
    links: z.object({ self: z.url(), next: z.url().nullable(), prev: z.url().nullable() }),
    series: z.array(seriesSchema).describe("Best first; without search, by key"),
  })
  .describe("One page of the series that fit");

/** `/api/series` */
export const listSeries = endpoint({
  path: "/api/series",
  operation: "listSeries",
  summary: "Find series",
  description:
    "Series by words and by what they are. When no series has the words, those most like them are looked for instead, and `meant` names them. A value that no series has is refused, with the nearest ones there are.",
  places: {},
  query,
  answers: [{ mediaType: "application/json", description: "One page", schema: seriesListSchema }],
  answer: async ({ search: text, ...rest }, { store, origin }) => {
    const { limit, offset } = rest;
    const { total, series, facets, meant } = await searchSeries(store, { text, ...rest });
    const asked = { search: text, ...rest };
    const errors = total === 0 ? await unknownValues(store, asked) : [];
    if (errors.length > 0) return refuseParameters(errors, Object.keys(query.shape));
    const links = pageLinks(`${origin}/api/series`, asked, total);
    const content: z.infer<typeof seriesListSchema> = {
      ...{ total, limit, offset, meant: meant === null ? null : [...meant] },
      facets: {
        release: listed(facets.release),
        class: listed(facets.class),
        measure: listed(facets.measure),
        area: listed(facets.area),
      },
      links,
      series: series.map((one) => describeSeries(one, origin)),
    };
    const rels = (["next", "prev"] as const).flatMap((rel): ApiLink[] =>
      links[rel] === null ? [] : [{ rel, href: links[rel] }],
    );
    return answerJson(content, { name: "series", links: rels });
  },
});

/** When nothing fits: which of the values no series has, whatever else is asked. */
async function unknownValues(
  store: Store,
  asked: Readonly<Partial<Record<Facet, string | undefined>>>,
): Promise<ParameterError[]> {
  const { facets } = await searchSeries(store, { limit: 1, offset: 0 });
  return (["release", "class", "measure", "area"] as const).flatMap((parameter) => {
    const found = asked[parameter];
    const values = facets[parameter].map(({ value }) => value);
    if (found === undefined || values.includes(found)) return [];
    const [suggestion] = nearest(found, values, 1);
    const hint = suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
    const few = values.length > 20 ? "" : ` (${values.toSorted().join(", ")})`;
    const message = `expected a ${parameter} that some series has${few}, found "${found}"${hint}`;
    return [{ parameter, message, ...(suggestion === undefined ? {} : { suggestion }) }];
  });
}

function listed(counts: readonly FacetCount[]): { value: string; count: number }[] {
  return counts.map(({ value, count }) => ({ value, count }));
}
