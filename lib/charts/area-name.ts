import type { Series } from "#lib/series/series";

/** Titles end with the name of the area: "Holdings of U.S. Treasury securities by foreign residents: Japan". */
export function areaNameOf({ title, area }: Series): string {
  return /: ([^:]+)$/.exec(title)?.[1] ?? area;
}

/** What a series measures, whatever its area: "Holdings of U.S. Treasury securities by foreign residents". */
export function withoutArea({ title }: Series): string {
  return title.replace(/: [^:]+$/, "");
}
