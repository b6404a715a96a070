import type { Place, Problem } from "#lib/series/problem";
import { toExempt } from "./mark-attributes.ts";
import { findStrangeCharacter } from "./strange-characters.ts";
import { findUnmarked } from "./unmarked.ts";

/** A text that readers see and that stands in a field: a note of a chart, a definition of the glossary, a byline. */
export interface ShownText {
  readonly text: string;
  /** What it is, as an editor knows it: "the definition of bills". */
  readonly what: string;
  /** Whether words in it may be marked `<Exempt reason="…">`; readers see such a text without its marks. */
  readonly explains: boolean;
  readonly placeOf: (offset: number) => Place;
}

const exempt = /<Exempt(?<attributes>(?:\s+\w+="[^"]*")*)\s*>(?<words>[^<]*)<\/Exempt>/gu;
const attribute = /(?<name>\w+)="(?<value>[^"]*)"/gu;

/** What a field says that would need a claim, where none can stand: figures, and words that compare. */
export function checkShownText({ text, what, explains, placeOf }: ShownText): Problem[] {
  const marks = explains ? [...text.matchAll(exempt)] : [];
  const problems = marks.flatMap(({ index, groups = {} }) => {
    const attributes = attributesIn(groups["attributes"] ?? "");
    return toExempt(attributes, groups["words"] ?? "", placeOf(index)).problem ?? [];
  });
  // What is marked becomes a character that no figure reaches across.
  const open = explains ? text.replace(exempt, (whole) => "\ufffc".repeat(whole.length)) : text;
  const tag = /<\/?[A-Z]\w*/u.exec(open);
  if (tag) {
    problems.push({
      kind: "mark",
      message: `"${tag[0]}" stands in ${what}, where such a mark is not read`,
      at: placeOf(tag.index),
      fix: "take the mark away: claims stand in articles and in the headlines of charts",
    });
  }
  const orExempt = explains
    ? '; or, where it states nothing of the data, mark it <Exempt reason="…">'
    : "";
  return [
    ...findStrangeCharacter(text, placeOf),
    ...problems,
    ...findUnmarked(open).map(({ kind, text: words, start }) => ({
      kind,
      message: `"${words}" stands in ${what}, where it cannot be checked`,
      at: placeOf(start),
      fix: `say it in an article or in the headline of a chart, as a claim${orExempt}`,
    })),
  ];
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(attribute)].map(({ groups = {} }): [string, string] => [
    groups["name"] ?? "",
    groups["value"] ?? "",
  ]);
  return Object.fromEntries(pairs);
}
