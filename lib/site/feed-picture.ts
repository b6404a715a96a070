import { createHash } from "node:crypto";
import type { SeriesReader } from "#lib/series/reader";
import type { ChartsPlace } from "#lib/charts/load";
import { pngSize } from "#lib/charts/png";
import { chartFile, titledParameter } from "./chart-file.ts";
import type { ChartView } from "./chart-view.ts";

/** A chart's picture as it stands in a feed. */
export interface FeedPicture {
  /** Names the bytes, so that they may be kept for good: `/charts/<id>.png?…&titled=no&bytes=<hash>`. */
  readonly url: string;
  /** In CSS pixels, two of its own to one: an `<img>` without them makes a reader's page jump. */
  readonly width: number;
  readonly height: number;
}

/** The parameter of a picture's address that names its bytes. */
export const bytesParameter = "bytes";

/** A short name of a file's bytes. */
export function nameOfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
}

/** Draws a chart to learn what its picture is called. Throws when it cannot be drawn. */
export async function drawFeedPicture(
  { id, pngPath }: Pick<ChartView, "id" | "pngPath">,
  reader: SeriesReader,
  charts?: ChartsPlace,
): Promise<FeedPicture> {
  const query = new URLSearchParams(pngPath.split("?")[1]);
  // The text of the entry has the headline, with its claims, above the picture.
  query.set(titledParameter, "no");
  const file = await chartFile(`${id}.png`, query, reader, charts);
  if (!file.ok) throw new Error(file.message);
  query.set(bytesParameter, nameOfBytes(await file.make()));
  return {
    url: `/charts/${id}.png?${query}`,
    width: pngSize.width / 2,
    height: pngSize.height / 2,
  };
}
