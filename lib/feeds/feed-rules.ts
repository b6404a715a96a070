import { childrenOf, readXml, type XmlElement } from "./read-xml.ts";

// What RFC 4287 and the specification of RSS 2.0 ask of a feed, and what our own promise besides. For tests.

const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The rules that a feed breaks, in words; throws where it is no XML at all. */
export function brokenRules(xml: string): string[] {
  const root = readXml(xml);
  if (root.name === "feed") return brokenInAtom(root);
  return root.name === "rss" ? brokenInRss(root) : [`<${root.name}> is the root of no feed`];
}

function brokenInAtom(feed: XmlElement): string[] {
  const entries = childrenOf(feed, "entry");
  return [
    ...unless(
      feed.attributes["xmlns"] === "http://www.w3.org/2005/Atom",
      "the namespace is Atom’s",
    ),
    ...exactlyOne(feed, ["id", "title", "updated", "subtitle", "icon", "logo"]),
    ...dates(feed, ["updated"], timestamp),
    ...unless(childrenOf(feed, "author").length > 0, "a feed has an author, or each entry has"),
    ...unless(linksOf(feed, "self").length === 1, "one link says where the feed is"),
    ...unique(entries.map((entry) => textOf(entry, "id"))),
    ...entries.flatMap((entry) => [
      ...exactlyOne(entry, ["id", "title", "updated", "published", "summary", "content"]),
      ...dates(entry, ["updated", "published"], timestamp),
      ...unless(textOf(entry, "published") <= textOf(entry, "updated"), "changed after published"),
      ...unless(/^tag:tickmark,2026:\w+:\S+$/.test(textOf(entry, "id")), "an id is a tag"),
      ...unless(linksOf(entry, "alternate").length === 1, "an entry has one page"),
      ...childrenOf(entry, "content").flatMap(({ attributes, text }) => [
        ...unless(attributes["type"] === "html", "content says that it is HTML"),
        ...relativeIn(text),
      ]),
      ...childrenOf(entry, "author").flatMap((author) => exactlyOne(author, ["name"])),
      ...childrenOf(entry, "category").flatMap(({ attributes }) =>
        unless(attributes["term"] !== undefined, "a category has a term"),
      ),
    ]),
    ...childrenOf(feed, "link").flatMap(({ attributes }) =>
      unless(URL.canParse(attributes["href"] ?? ""), "a link is absolute"),
    ),
  ];
}

function linksOf(element: XmlElement, rel: string): XmlElement[] {
  return childrenOf(element, "link").filter(({ attributes }) => attributes["rel"] === rel);
}

function brokenInRss(rss: XmlElement): string[] {
  const [channel] = childrenOf(rss, "channel");
  if (channel === undefined) return ["RSS has a channel"];
  const items = childrenOf(channel, "item");
  const self = childrenOf(channel, "atom:link").filter(({ attributes: { rel } }) => rel === "self");
  return [
    ...unless(rss.attributes["version"] === "2.0", "the version is 2.0"),
    ...exactlyOne(channel, ["title", "link", "description"]),
    // A feed without entries has never been built.
    ...unless(
      childrenOf(channel, "lastBuildDate").length === Math.min(1, items.length),
      "a channel with items has one <lastBuildDate>",
    ),
    ...(items.length > 0 ? dates(channel, ["lastBuildDate"], rfc822) : []),
    ...unless(URL.canParse(textOf(channel, "link")), "a link is absolute"),
    ...brokenInImage(channel),
    ...unless(self.length === 1, "one link says where the feed is"),
    ...unique(items.map((item) => textOf(item, "guid"))),
    ...items.flatMap((item) => [
      ...exactlyOne(item, ["title", "link", "guid", "pubDate", "description", "content:encoded"]),
      ...dates(item, ["pubDate"], rfc822),
      ...unless(URL.canParse(textOf(item, "link")), "a link is absolute"),
      ...childrenOf(item, "guid").flatMap(({ attributes }) =>
        unless(attributes["isPermaLink"] === "false", "a guid that is no address says so"),
      ),
      ...unless(childrenOf(item, "author").length === 0, "an author of RSS is an e-mail address"),
      ...relativeIn(textOf(item, "content:encoded")),
    ]),
  ];
}

function brokenInImage(channel: XmlElement): string[] {
  const [image] = childrenOf(channel, "image");
  if (image === undefined) return ["a channel has an image"];
  const [width, height] = [Number(textOf(image, "width")), Number(textOf(image, "height"))];
  return [
    ...exactlyOne(image, ["url", "title", "link", "width", "height"]),
    ...unless(URL.canParse(textOf(image, "url")), "the address of an image is absolute"),
    ...unless(
      width > 0 && width <= 144 && height > 0 && height <= 400,
      "an image is not too large",
    ),
    ...["title", "link"].flatMap((name) =>
      unless(textOf(image, name) === textOf(channel, name), `an image has the channel’s <${name}>`),
    ),
  ];
}

function unless(holds: boolean, rule: string): string[] {
  return holds ? [] : [rule];
}

function exactlyOne(element: XmlElement, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    unless(childrenOf(element, name).length === 1, `<${element.name}> has one <${name}>`),
  );
}

function dates(element: XmlElement, names: readonly string[], form: RegExp): string[] {
  return names.flatMap((name) =>
    unless(form.test(textOf(element, name)), `<${name}> of <${element.name}> is a date`),
  );
}

function unique(ids: readonly string[]): string[] {
  return unless(new Set(ids).size === ids.length, "no two entries have one id");
}

function textOf(element: XmlElement, name: string): string {
  return childrenOf(element, name)[0]?.text ?? "";
}

function relativeIn(html: string): string[] {
  const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, one = ""]) => one);
  return addresses
    .filter((address) => !URL.canParse(address))
    .map((address) => `the address ${address} is absolute`);
}
