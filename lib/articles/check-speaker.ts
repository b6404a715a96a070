import type { NounFinder } from "#lib/nouns/noun-finder";
import { monthNames } from "#lib/series/format";
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

/** Words that may stand with a capital and name nobody: they begin a sentence, or are many of a kind. */
const nobody =
  /^(?:An?|The|It|They|We|He|She|One|Two|Some|Others?|Many|Most|All|Both|Each|This|These|Those|Who|Which|What|There|First|Early|Later|Then|Now|Yet|So|And|But|As|In|On|By|At|For|From|Since|After|Before|When|While|If|Press|News|Media|Reports|Analysts|Economists|Strategists|Accounts|Papers|Newspapers|Headlines|Officials|Authorities|Regulators|Governments|Lawmakers|Traders|Dealers|Brokers|Investors|Bankers|Banks|Funds|Foreigners|Journalists|Reporters|Observers|Researchers|Experts|Critics|Sources|Outlets|Agencies)$/u;
const times = new Set([
  ...monthNames.flatMap((month) => [month, month.slice(0, 3), "Sept"]),
  ...["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"].map((day) => `${day}day`),
]);

/**
 * A sentence that names who said a quoted figure names the publisher of its source, in full, in part or by its initials. Areas are
 * what figures are of, and no publishers. Problem: `wrong-speaker`.
 */
export function checkSpeakers(
  { quoted, frontmatter: { sources } }: Article,
  finder: NounFinder,
): Problem[] {
  const publishers = new Map(sources.map(({ id, publisher }) => [id, publisher]));
  return quoted.flatMap(({ source, text, sentence: { before, claim, after }, at }): Problem[] => {
    const publisher = publishers.get(source);
    if (publisher === undefined) return [];
    const said = speakersIn(`${before}${claim}${after}`).filter((who) => !isArea(who, finder));
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

/** Whoever is named, and of "Reuters and Bloomberg" each of the two besides. */
function speakersIn(sentence: string): string[] {
  return speakers
    .flatMap((shape) => [...sentence.matchAll(shape)])
    .flatMap(({ groups: { who = "" } = {} }) => [
      who,
      ...(who.includes(" and ") ? who.split(" and ") : []),
    ])
    .flatMap((who) => {
      const words = wordsOf(who).filter((word) => !times.has(word));
      const first = words.findIndex((word) => !nobody.test(word));
      return first === -1 ? [] : [words.slice(first).join(" ")];
    });
}

function isArea(who: string, finder: NounFinder): boolean {
  return finder
    .find(who)
    .some(({ noun, start, end }) => noun.dimension === "area" && end - start === who.length);
}

function isSame(who: string, publisher: string): boolean {
  const said = wordsOf(who.toLowerCase());
  const own = wordsOf(publisher.toLowerCase());
  if (own.length === 0) return false;
  return (
    said.every((word) => own.includes(word)) ||
    own.every((word) => said.includes(word)) ||
    said.join("") === own.map((word) => word.charAt(0)).join("")
  );
}

/** The words of a name that tell it from others. */
function wordsOf(text: string): string[] {
  return text
    .split(/[\s(),]+/u)
    .map((word) => word.replace(/['’]s?$|\.$/gu, ""))
    .filter((word) => word !== "" && !/^(?:of|the|and|for)$/iu.test(word));
}
