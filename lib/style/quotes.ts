import type { StyleFinding } from "./finding.ts";
import type { ProseBlock } from "./prose.ts";

const curly = /[“”‘’]/u;
const straight = /["']/gu;

/** Straight quotes in a text that has curly ones too. One that has straight ones only is of one kind, which is all that is asked. */
export function findMixedQuotes(
  blocks: readonly ProseBlock[],
): (block: ProseBlock) => StyleFinding[] {
  if (!blocks.some(({ text }) => curly.test(text))) return () => [];
  return ({ text }) =>
    [...text.matchAll(straight)].map(({ 0: quote, index }) => {
      const opens = index === 0 || /[\s(\[—–]/u.test(text.charAt(index - 1));
      const [open, close] = quote === '"' ? ["“", "”"] : ["‘", "’"];
      return {
        rule: "style-quotes",
        start: index,
        end: index + 1,
        message: `${quote} is a straight quote, and the article has curly ones too`,
        fix: `write ${opens ? open : close}`,
      };
    });
}
