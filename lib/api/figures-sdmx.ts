import { csvText } from "#lib/series/csv-text";
import type { ObservationStatus } from "#lib/series/observation";
import type { Series } from "#lib/series/series";
import { citedSources } from "./citation.ts";
import type { Figures } from "./figures.ts";

/** Dimensions that tell every series from every other; codes are ours, in lower case. */
const seriesDimensions = [
  "FREQ",
  "RELEASE",
  "SECURITIES",
  "MEASURE",
  "REF_AREA",
  "WINDOW_MONTHS",
] as const;

const attributes = [
  "OBS_STATUS",
  "UNIT_MEASURE",
  "UNIT_MULT",
  "STATUS",
  "AS_OF",
  "TITLE",
  "SOURCE_FILE",
  "SOURCE_SHA256",
  "CITATION",
  "LICENCE",
] as const;

/** SDMX cross-domain code list CL_FREQ. */
const frequencyCode = { monthly: "M", quarterly: "Q", annual: "A" } as const;

/**
 * SDMX cross-domain code list CL_OBS_STATUS 2.2: A is a normal value, O a missing one for whatever reason. M ("data cannot
 * exist") says more than the Treasury's "n.a." does.
 */
const statusCode = { normal: "A", missing: "O", withdrawn: "O" } as const satisfies Record<
  ObservationStatus,
  string
>;

/**
 * Figures as an SDMX-CSV 2.0.0 data message (sdmx-twg/sdmx-csv, field guide), with codes and without labels. An observation
 * is identified by the series' dimensions and TIME_PERIOD; where every vintage is asked for, by VINTAGE too, and the dataflow
 * is another one. In both, VINTAGE is the day on which the value was first printed; STATUS tells a withdrawn observation from
 * one that was never there.
 */
export function figuresSdmx(figures: Figures, origin: string): string {
  const { series, release, asOf, everyVintage, cells } = figures;
  const dataflow = `TICKMARK:${everyVintage ? "TIC_VINTAGES" : "TIC"}(1.0.0)`;
  const files = citedSources(figures, origin);
  const dimensions = sdmxDimensions(series);
  const rows = cells.map(({ period, value, status, knownFrom }) => {
    const file = files.get(knownFrom);
    return [
      ...["dataflow", dataflow, "I"],
      ...dimensions,
      ...(everyVintage ? [knownFrom, period, value] : [period, value, knownFrom]),
      ...[statusCode[status], series.unit, String(series.multiplier), status, asOf, series.title],
      ...[file?.fileName ?? null, file?.sha256 ?? null, file?.citation ?? null, release.licence],
    ];
  });
  const header = [
    ...["STRUCTURE", "STRUCTURE_ID", "ACTION"],
    ...seriesDimensions,
    ...(everyVintage
      ? ["VINTAGE", "TIME_PERIOD", "OBS_VALUE"]
      : ["TIME_PERIOD", "OBS_VALUE", "VINTAGE"]),
    ...attributes,
  ];
  return csvText([header, ...rows]);
}

/** The codes of a series, in the order of `seriesDimensions`. */
export function sdmxDimensions(series: Series): string[] {
  const { frequency, release, securities, measure, area, window } = series;
  return [frequencyCode[frequency], release, securities, measure, area, String(window)];
}
