import type { Article } from "#lib/articles/article";
import { nearest } from "#lib/series/nearest";
import type { Problem } from "#lib/series/problem";
import { isStyleRule, styleRules } from "./finding.ts";
import type { PlacedFinding } from "./placed-finding.ts";

type Waivers = Article["frontmatter"]["style"];

/** The waiver of some words by a rule, by its position; -1 where there is none. */
export function findWaiver(waivers: Waivers, rule: string, words: string): number {
  return waivers.findIndex(
    (waiver) => waiver.rule === rule && oneLine(waiver.words) === oneLine(words),
  );
}

/**
 * Findings as problems, without those that the frontmatter waives; and what is wrong with a waiver: one of no rule, and one that
 * waives nothing. `judgedLater` are those that who knows more may still find. Problem: `style-waiver`.
 */
export function waive(
  { frontmatter, fieldPlace }: Pick<Article, "frontmatter" | "fieldPlace">,
  found: readonly PlacedFinding[],
  judgedLater: readonly Pick<PlacedFinding, "rule" | "words">[],
): Problem[] {
  const waivers = frontmatter.style;
  const used = new Set(
    [...found, ...judgedLater].map(({ rule, words }) => findWaiver(waivers, rule, words)),
  );
  const problems = found
    .filter(({ rule, words }) => findWaiver(waivers, rule, words) === -1)
    .map(({ rule, message, at, fix }): Problem => ({ kind: rule, message, at, fix }));
  const wrong = waivers.flatMap(({ rule, words }, position): Problem[] => {
    if (used.has(position)) return [];
    const kind = "style-waiver";
    const at = fieldPlace(["style", position, "rule"]);
    if (isStyleRule(rule)) {
      const message = `${rule} finds nothing to say about "${words}"`;
      const fix = "take the waiver away, or write the words as they stand in the text";
      return [{ kind, message, at, fix }];
    }
    const names = Object.keys(styleRules);
    const [likely] = nearest(rule, names, 1);
    const message = `no style check is called "${rule}"`;
    const fix = `${likely === undefined ? "" : `write ${likely}; `}there are ${names.join(", ")}`;
    return [{ kind, message, at, fix }];
  });
  return [...problems, ...wrong];
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, " ");
}
