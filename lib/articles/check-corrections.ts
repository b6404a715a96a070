import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import type { ArticleCorrection } from "./frontmatter.ts";
import { plainText } from "./plain-text.ts";

/**
 * Corrections are true of the text: what is right stands in it, and what was wrong does not, unless a later correction
 * changed the same words again. Problems: `correction-right`, `correction-wrong`.
 */
export function checkCorrections(article: Article): Problem[] {
  const { frontmatter, fieldPlace, complete } = article;
  const { corrections, unread } = frontmatter;
  // The words may stand in what could not be read.
  if (corrections.length === 0 || !complete || unread.has("corrections")) return [];
  const text = alike(plainText(article));
  return corrections.flatMap(({ wrong, right, ...own }, position): Problem[] => {
    const later = corrections.filter(
      (one, at) => isEarlier(own, one) || (!isEarlier(one, own) && at > position),
    );
    const [said, says] = [alike(wrong), alike(right)];
    const stands = text.includes(says) || later.some((one) => overlap(alike(one.wrong), says));
    // "It fell" is within "It fell by half", which is what is right.
    const rest = [says, ...later.map((one) => alike(one.right))].reduce(
      (left, words) => left.replaceAll(words, "\ufffc"),
      text,
    );
    const place = (field: string) => fieldPlace(["corrections", position, field]);
    return [
      ...(stands
        ? []
        : [
            {
              kind: "correction-right",
              message: `the correction says that the article says “${right}” now, and its text does not`,
              at: place("right"),
              fix: "mend the text first, then write here the words that stand in it, marks left out",
            },
          ]),
      ...(rest.includes(said)
        ? [
            {
              kind: "correction-wrong",
              message: `the correction says that “${wrong}” was wrong, and the text still says so`,
              at: place("wrong"),
              fix: "mend the text first, everywhere it says so; or quote more of the sentence that was wrong",
            },
          ]
        : []),
    ];
  });
}

type When = Pick<ArticleCorrection, "date" | "instant">;

function isEarlier(left: When, right: When): boolean {
  return left.instant !== undefined && right.instant !== undefined
    ? left.instant < right.instant
    : left.date < right.date;
}

function overlap(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

/** Without what editors write in one way or another: blanks, kinds of quotes, and the dots of what was cut short. */
function alike(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[“”„‟]/gu, '"')
    .replaceAll(/[‘’‚‛]/gu, "'")
    .replaceAll(/[^\S\n]+/gu, " ")
    .trim()
    .replace(/^(?:…|\.{3})\s*/u, "")
    .replace(/\s*(?:…|\.{3})$/u, "");
}
