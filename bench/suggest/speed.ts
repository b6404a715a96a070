import { readFile } from "node:fs/promises";
import path from "node:path";
import { contentFolder } from "#lib/site/content";
import { loadSuggestSetting } from "#lib/site/suggest-setting";
import type { Store } from "#lib/store/store";
import { splitText } from "#lib/suggest/split-text";
import { suggest } from "#lib/suggest/suggest";
import type { Line } from "../line.ts";
import { time } from "../timing.ts";

const words = 1000;
const mostSeconds = 5;

/** The first thousand words of an article of ours as plain text, from an open store to the last proposal. */
export async function benchSpeed(store: Store): Promise<Line[]> {
  const slug = "did-the-world-sell-america";
  const file = path.join(contentFolder, "articles", slug, "index.mdx");
  const source = await readFile(file, "utf8");
  const plain = source.slice(source.indexOf("\n# ")).replace(/<[^<>]*>/gu, "");
  const text = plain
    .trim()
    .split(/(?<=\s)(?=\S)/u)
    .slice(0, words)
    .join("");
  let figures = 0;
  const spent = await time(async () => {
    const setting = await loadSuggestSetting(store);
    figures = (await suggest(splitText(text), setting)).figures.length;
  });
  return [
    {
      name: `figures of a text of ${words} words`,
      value: spent / 1000,
      unit: "s",
      bound: mostSeconds,
      detail: `${figures} figures, all tables loaded, the catalogue and nouns read first`,
    },
  ];
}
