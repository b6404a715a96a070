import { embedCode, embedHeight, embedPath, usualWidth } from "./chart-embed-code.ts";
import type { ChartPage } from "./chart-page.ts";

/** What oEmbed says of a chart (oembed.com, section 2.3.4.4), or why not, with the status of section 2.3.4.1. */
export type OembedAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, string | number>> }
  | { readonly ok: false; readonly status: 400 | 404 | 501; readonly message: string };

/** Narrower than this nothing can be read. */
const narrowest = 240;
const widest = 1200;

/** The names of a query that a consumer may send, and those of the view in a chart's own address. */
const known = new Set(["url", "format", "maxwidth", "maxheight"]);
const viewFields = ["from", "to", "transformation", "asOf", "areas", "compare"];

/** The frame for a chart whose page, or whose frame, `url` names; `chartOf` gives the chart of an id. */
export async function answerOembed(
  parameters: URLSearchParams,
  origin: string,
  chartOf: (id: string) => Promise<Pick<ChartPage, "view"> | null>,
): Promise<OembedAnswer> {
  const names = [...parameters.keys()];
  const strange = names.find((name, at) => !known.has(name) || names.indexOf(name) !== at);
  if (strange !== undefined) {
    const message = `The parameter "${strange.slice(0, 64)}" is not known, or is given twice. There are ${[...known].join(", ")}.`;
    return { ok: false, status: 400, message };
  }
  const format = parameters.get("format") ?? "json";
  if (format !== "json") {
    return { ok: false, status: 501, message: "Only format=json is answered." };
  }
  const [maxWidth, maxHeight] = ["maxwidth", "maxheight"].map((name) =>
    pixels(parameters.get(name)),
  );
  if (maxWidth === undefined || maxHeight === undefined) {
    const message = "maxwidth and maxheight are whole numbers of pixels from 1 to 10000.";
    return { ok: false, status: 400, message };
  }
  const url = parameters.get("url") ?? "";
  if (!URL.canParse(url)) {
    const message = `"url" is the full address of a chart, such as one of those that ${origin}/charts lists.`;
    return { ok: false, status: 400, message };
  }
  const address = new URL(url);
  const [, id] = /^\/(?:charts|embed)\/([a-z0-9-]+)\/?$/.exec(address.pathname) ?? [];
  const chart = address.origin === origin && id !== undefined ? await chartOf(id) : null;
  if (chart === null) {
    return { ok: false, status: 404, message: `There is no chart at this address of ${origin}.` };
  }
  return {
    ok: true,
    body: bodyFor(chart.view, viewIn(address, chart.view.id), origin, maxWidth, maxHeight),
  };
}

function bodyFor(
  view: ChartPage["view"],
  fields: Readonly<Record<string, string>>,
  origin: string,
  maxWidth: number | null,
  maxHeight: number | null,
): Readonly<Record<string, string | number>> {
  const width = Math.max(narrowest, Math.min(maxWidth ?? usualWidth, widest));
  const height = Math.min(embedHeight(width), maxHeight ?? Infinity);
  const path = embedPath(view.id, fields);
  return {
    version: "1.0",
    type: "rich",
    title: view.headline,
    provider_name: "Tickmark",
    provider_url: origin,
    cache_age: 3600,
    html: embedCode({ origin, path, title: view.headline, width, height }),
    width,
    height,
    thumbnail_url: `${origin}${view.pngPath}`,
    thumbnail_width: 1440,
    thumbnail_height: 1080,
  };
}

/** The view that an address asks for: a frame names its fields plainly, a page with the chart before them. */
function viewIn(address: URL, id: string): Record<string, string> {
  const prefix = address.pathname.startsWith("/embed/") ? "" : `${id}.`;
  return Object.fromEntries(
    viewFields.flatMap((field) => {
      const value = address.searchParams.get(prefix + field);
      return value === null || value.length > 400 ? [] : [[field, value]];
    }),
  );
}

/** Null where nothing is given, undefined for what is no size. */
function pixels(text: string | null): number | null | undefined {
  if (text === null) return null;
  return /^[1-9]\d{0,3}$|^10000$/.test(text) ? Number(text) : undefined;
}
