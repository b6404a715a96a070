/** The formats that a feed is published in, by the ending of its address. */
export const feedFormats = {
  rss: { name: "RSS 2.0", mediaType: "application/rss+xml" },
  atom: { name: "Atom 1.0", mediaType: "application/atom+xml" },
  json: { name: "JSON Feed 1.1", mediaType: "application/feed+json" },
} as const;

export type FeedFormat = keyof typeof feedFormats;

/** The formats, the one that a page recommends first. */
export const formatNames: readonly FeedFormat[] = ["atom", "rss", "json"];

/** Where the feed of everything has been from the first day, as RSS; who subscribed there is served there. */
export const firstFeedPath = "/feed.xml";

/** The address of a document: `/feeds/topics/trade.atom`, `/feeds/everything.json?archive=2`. */
export function feedPath(path: string, format: FeedFormat, archive: number | null = null): string {
  return `${path}.${format}${archive === null ? "" : `?archive=${archive}`}`;
}

/** What an address under `/feeds/` asks for, or null when it ends in no format: names may have dots, as keys of series have. */
export function readFeedPath(path: string): { subject: string; format: FeedFormat } | null {
  const dot = path.lastIndexOf(".");
  const ending = path.slice(dot + 1);
  return dot > 0 && isFormat(ending) ? { subject: path.slice(0, dot), format: ending } : null;
}

function isFormat(text: string): text is FeedFormat {
  return Object.hasOwn(feedFormats, text);
}

/**
 * A target of a request as feeds' addresses are written, where it differs from them in capitals, in escapes of plain characters
 * (RFC 3986, section 6.2.2) or in slashes alone; undefined for what is written so already, and for addresses of other things.
 */
export function writtenFeedTarget(target: string): string | undefined {
  const [path, query] = splitQuery(target);
  const written = path
    .replace(/%([2-7][0-9a-f])/gi, (escape, code: string) => {
      const character = String.fromCharCode(parseInt(code, 16));
      return /[\w.~-]/.test(character) ? character : escape;
    })
    .toLowerCase()
    .replace(/\/{2,}/g, "/")
    .replace(/(?<=.)\/$/, "");
  // Steps upwards would lead elsewhere.
  const isOfFeeds = /^\/feed(?:s|s\/.*|\.xml)$/.test(written) && !/\/\.\.?(?:\/|$)/.test(written);
  return isOfFeeds && written !== path ? written + query : undefined;
}

function splitQuery(target: string): [path: string, query: string] {
  const mark = target.indexOf("?");
  return mark < 0 ? [target, ""] : [target.slice(0, mark), target.slice(mark)];
}
