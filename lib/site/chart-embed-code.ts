import { escapedHtml } from "#lib/series/escaped-html";
/** Where a chart is shown for the frames of other sites, with the fields of its query. */
export function embedPath(
  id: string,
  fields: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) query.set(name, value);
  }
  const text = query.toString().replaceAll("%2C", ",");
  return `/embed/${id}${text === "" ? "" : `?${text}`}`;
}

/** Width of the text of an article, which is what most frames get. */
export const usualWidth = 640;

/** The height in CSS pixels that a frame of a width needs: the drawing, and room for headline, measure and source. */
export function embedHeight(width: number): number {
  const [height, rest] = width >= 520 ? [380 / 640, 190] : [340 / 360, 270];
  return Math.round(width * height + rest);
}

/** HTML for another site. */
export function embedCode({
  origin,
  path,
  title,
  width = "100%",
  height = embedHeight(usualWidth),
}: {
  readonly origin: string;
  readonly path: string;
  readonly title: string;
  readonly width?: number | "100%";
  readonly height?: number;
}): string {
  const attributes = {
    src: `${origin}${path}`,
    title,
    width: String(width),
    height: String(height),
    frameborder: "0",
    loading: "lazy",
  };
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escapedHtml(value)}"`,
  );
  return `<iframe ${written.join(" ")}></iframe>`;
}
