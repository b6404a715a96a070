import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";

const name = String.raw`(?<who>\p{Lu}[\p{L}\p{N}&.'’-]*(?:\s+(?:(?:of|the|and|for)\s+)?\p{Lu}[\p{L}\p{N}&.'’-]*)*)`;
const verb =
  "(?:said|says|reported|wrote|writes|printed|published|estimated|reckoned|announced|headlined|claimed)";
const speakers = [
  new RegExp(
    String.raw`(?<!\p{L})${name}(?:\s+(?:itself|also|first|later|has|had))*,?\s+${verb}(?!\p{L})`,
    "gu",
  ),
  new RegExp(String.raw`(?<!\p{L})[Aa]ccording to (?:the\s+)?${name}`, "gu"),
  new RegExp(String.raw`(?<!\p{L})${verb} (?:the\s+)?${name}`, "gu"),
];

/** Words that begin a sentence and name nobody. */
const nobody =
  /^(?:An?|The|It|They|We|One|Some|Others?|Many|Most|Reports?|Analysts?|Economists?|Accounts?|Papers?|Press|News|Media|This|These|Those|Who|Which|First|Early|Later|And|But|As)$/u;

/**
 * A sentence that names who said a quoted figure names the publisher of its source, in full, in part or by its initials. Problem:
 * `wrong-speaker`.
 */
export function checkSpeakers({ quoted, frontmatter: { sources } }: Article): Problem[] {
  const publishers = new Map(sources.map(({ id, publisher }) => [id, publisher]));
  return quoted.flatMap(({ source, text, sentence: { before, claim, after }, at }): Problem[] => {
    const publisher = publishers.get(source);
    if (publisher === undefined) return [];
    const said = speakersIn(`${before}${claim}${after}`);
    const [first] = said;
    if (first === undefined || said.some((who) => isSame(who, publisher))) return [];
    return [
      {
        kind: "wrong-speaker",
        message: `the sentence names "${first}" as who said "${text}"; its source "${source}" is of ${publisher}`,
        at,
        fix: `name ${publisher} in the sentence, or quote the source that is meant`,
      },
    ];
  });
}

function speakersIn(sentence: string): string[] {
  return speakers
    .flatMap((shape) => [...sentence.matchAll(shape)])
    .flatMap(({ groups }) => {
      const words = wordsOf(groups?.["who"] ?? "");
      return words.length === 0 ? [] : [words.join(" ")];
    });
}

function isSame(who: string, publisher: string): boolean {
  const [said, own] = [wordsOf(who), wordsOf(publisher)].map((words) =>
    words.map((word) => word.toLowerCase()),
  );
  if (said === undefined || own === undefined) return false;
  const initials = own.map((word) => word.charAt(0)).join("");
  return (
    said.every((word) => own.includes(word)) ||
    own.every((word) => said.includes(word)) ||
    said.join("") === initials
  );
}

/** The words of a name that tell it from others. */
function wordsOf(text: string): string[] {
  return text
    .split(/[\s(),]+/u)
    .map((word) => word.replace(/['’]s?$|\.$/gu, ""))
    .filter((word) => word !== "" && !nobody.test(word) && !/^(?:of|the|and|for)$/u.test(word));
}
