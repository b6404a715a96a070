import type { TextSpan } from "#lib/claims/text-span";

/** A text as a reader sees it, and where each of its characters stands in the text it was made from. */
export interface ReadableText {
  readonly text: string;
  /** The span of the source that a span of `text` was read from. */
  toSource(span: TextSpan): TextSpan;
  /** The place in `text` of an offset of the source. */
  fromSource(offset: number): number;
}

const verbs = "increased|decreased|declined|totaled|purchased";

/**
 * What stands in a text and is not read: signs of Markdown, tags, addresses behind links, invisible characters. `glue` is a
 * place where a space was lost: "August 2012.The next", "residentsdecreased by".
 */
const unread = new RegExp(
  [
    String.raw`(?<link>\]\([^()\s]{0,500}\))`,
    String.raw`(?<tag><\/?[A-Za-z][^<>]{0,300}>)`,
    String.raw`(?<entity>&(?:nbsp|amp|quot|ndash|mdash|rsquo|lsquo|#\d{1,6});)`,
    String.raw`(?<invisible>[\u200b-\u200d\u2060\ufeff\u00ad])`,
    String.raw`(?<marks>\*{1,3}|__|\x60{1,3}|!?\[(?=[^\[\]]{1,300}\]\()|^#{1,6} )`,
    String.raw`(?<glue>(?<=[\p{Ll}\p{N})][.;])(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{3})(?=(?:${verbs})\b))`,
  ].join("|"),
  "gu",
);

const entities: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&quot;": '"',
  "&ndash;": "\u2013",
  "&mdash;": "\u2014",
  "&rsquo;": "\u2019",
  "&lsquo;": "\u2018",
};

/** Reads over what is no words. */
export function readableText(source: string): ReadableText {
  const pieces: string[] = [];
  const places: number[] = [];
  let from = 0;
  const keep = (to: number) => {
    pieces.push(source.slice(from, to));
    for (let at = from; at < to; at += 1) places.push(at);
  };
  const put = (words: string, at: number) => {
    pieces.push(words);
    for (let step = 0; step < words.length; step += 1) places.push(at);
  };
  for (const match of source.matchAll(unread)) {
    keep(match.index);
    const { entity, glue, tag } = match.groups ?? {};
    if (entity !== undefined) put(entities[entity] ?? " ", match.index);
    else if (glue !== undefined || tag !== undefined) put(" ", match.index);
    from = match.index + match[0].length;
  }
  keep(source.length);
  const text = pieces.join("");
  return {
    text,
    toSource: ({ start, end }) => ({
      start: places[start] ?? source.length,
      end: end <= start ? (places[start] ?? source.length) : (places[end - 1] ?? source.length) + 1,
    }),
    fromSource: (offset) => {
      let [low, high] = [0, places.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
