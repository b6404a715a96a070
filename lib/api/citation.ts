import { formatDay } from "#lib/series/format";
import type { Figures } from "./figures.ts";

/** How to cite the figures, in one line: publisher, publication, file, vintage, series, address. Letters of ASCII only. */
export function citationOf({ series, release, vintage }: Figures, origin: string): string {
  const { publisher, title } = release;
  const file = `${vintage.snapshot.fileName}, vintage of ${formatDay(vintage.date)}`;
  return `${publisher}, ${title} (${file}). Series ${series.key}, by way of Tickmark: ${origin}/data/${series.key}`;
}
