import retextEnglish from "retext-english";
import retextIndefiniteArticle from "retext-indefinite-article";
import retextRepeatedWords from "retext-repeated-words";
import { unified } from "unified";
import { VFile } from "vfile";
import { rememberTexts } from "#lib/series/remember-texts";
import type { StyleFinding, StyleRule } from "./finding.ts";

const processor = unified()
  .use(retextEnglish)
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  .freeze();

const rules: Readonly<Record<string, StyleRule>> = {
  "retext-repeated-words": "style-repeated",
  "retext-indefinite-article": "style-article",
};

/** Doubled words, and "a" and "an" in each other's place, as retext finds them. */
export function findGrammar({ text }: { readonly text: string }): readonly StyleFinding[] {
  return readGrammar(text);
}

const readGrammar = rememberTexts((text): StyleFinding[] => {
  const file = new VFile(text);
  processor.runSync(processor.parse(file), file);
  return file.messages.flatMap(({ source, place, actual = "", expected = [] }) => {
    const rule = rules[source ?? ""];
    const span = place !== undefined && "start" in place ? place : undefined;
    const [start, end] = [span?.start.offset, span?.end.offset];
    if (rule === undefined || start === undefined || end === undefined) return [];
    const words = actual.replace(/\s+/gu, " ");
    const [instead = ""] = expected;
    const message =
      rule === "style-repeated"
        ? `"${words}" says "${instead}" twice`
        : `"${words}" stands before a word that takes "${instead}"`;
    return [{ rule, start, end, message, fix: `write "${instead}"` }];
  });
});
