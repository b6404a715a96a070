import { z } from "zod";
import { listViolations } from "#lib/store/violation-rows";
import { answerJson, type ApiAnswer, type ApiLink } from "./api-answer.ts";
import { endpoint, type ApiContext, type Places } from "./endpoint.ts";
import { figuresCsv } from "./figures-csv.ts";
import { figuresJson, figuresSchema } from "./figures-json.ts";
import { figuresSdmx } from "./figures-sdmx.ts";
import { readFigures, type Figures, type FiguresQuery } from "./figures.ts";
import { dayParameter, periodParameter } from "./parameter-kinds.ts";
import { linksOf } from "./series-answer.ts";

const query = z.strictObject({
  asOf: dayParameter
    .optional()
    .describe(
      "Read as known on this day. Left out, or after the newest vintage held: as of that one, whose day is the answer's asOf. A day to come is refused",
    ),
  from: periodParameter.optional().describe("First period. A year means its first month"),
  to: periodParameter.optional().describe("Last period. A year means its last month"),
  vintages: z
    .enum(["all"], 'the word "all"')
    .optional()
    .describe(
      "Every word of every vintage up to asOf, withdrawals too, instead of the last word on each period",
    ),
});

const csvQuery = query.extend({
  format: z
    .enum(["csv", "sdmx-csv"], '"csv" or "sdmx-csv"')
    .default("csv")
    .describe("A plain table, or an SDMX-CSV 2.0.0 data message"),
});

const places = {
  key: { description: "Key of a series; see /api/series", example: "mfh.holdings.japan" },
} as const;

const csvType = "text/csv; charset=utf-8; header=present";
const sdmxType = "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8";

/** `/api/series/<key>.json` */
export const seriesJson = endpoint({
  path: "/api/series/{key}.json",
  operation: "getSeries",
  summary: "The figures of one series",
  description:
    "Every value with the vintage it is known from, the file it stands in and that file's SHA-256. Values are decimals in text, exactly as published. A day before the first vintage is answered with 404, so that it is not taken for a series without figures.",
  places,
  query,
  answers: [{ mediaType: "application/json", description: "The figures", schema: figuresSchema }],
  answer: (asked, context, at) =>
    withFigures(asked, context, at, async (figures, { name, links }) => {
      const { store, origin } = context;
      const violations = await listViolations(store, { key: figures.series.key });
      const known = violations.filter(({ date }) => date <= figures.asOf);
      return answerJson(figuresJson(figures, known, origin), { name, links });
    }),
});

/** `/api/series/<key>.csv` */
export const seriesCsv = endpoint({
  path: "/api/series/{key}.csv",
  operation: "getSeriesCsv",
  summary: "The figures of one series as CSV or SDMX-CSV",
  description:
    "One observation a row (RFC 4180: UTF-8, CRLF, no comment lines). Unit, vintage, source, citation and licence are columns. A missing value is an empty field.",
  places,
  query: csvQuery,
  answers: [
    { mediaType: "text/csv", description: "The figures", schema: z.string() },
    {
      mediaType: "application/vnd.sdmx.data+csv; version=2.0.0",
      description: "The figures, for format=sdmx-csv",
      schema: z.string(),
    },
  ],
  answer: ({ format, ...asked }, context, at) =>
    withFigures(asked, context, at, (figures, { name, links }) => {
      const isSdmx = format === "sdmx-csv";
      const answer: ApiAnswer = {
        ok: true,
        body: (isSdmx ? figuresSdmx : figuresCsv)(figures, context.origin),
        mediaType: isSdmx ? sdmxType : csvType,
        fileName: `${name}${isSdmx ? ".sdmx" : ""}.csv`,
        links,
      };
      return Promise.resolve(answer);
    }),
});

interface Details {
  readonly name: string;
  readonly links: readonly ApiLink[];
}

async function withFigures(
  asked: FiguresQuery,
  context: ApiContext,
  { key = "" }: Places,
  answer: (figures: Figures, details: Details) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const read = await readFigures(context, key, asked);
  if (!read.ok) return read;
  const { series, asOf, everyVintage } = read.figures;
  const { page, json, csv, sdmxCsv } = linksOf(series.key, context.origin);
  return answer(read.figures, {
    name: `${series.key}-${asOf}${everyVintage ? "-all-vintages" : ""}`,
    links: [
      { rel: "describedby", href: page, mediaType: "text/html" },
      { rel: "alternate", href: json, mediaType: "application/json" },
      { rel: "alternate", href: csv, mediaType: "text/csv" },
      { rel: "alternate", href: sdmxCsv, mediaType: "application/vnd.sdmx.data+csv" },
    ],
  });
}
