import { rememberingReader } from "#lib/series/remembering-reader";
import { loadSuggestSetting } from "#lib/site/suggest-setting";
import { createReader } from "#lib/store/reader";
import { openStore, type Store } from "#lib/store/store";
import { createSeededDatabase } from "#lib/store/test-store";
import type { SuggestSetting } from "#lib/suggest/setting";
import { splitText } from "#lib/suggest/split-text";
import { suggest } from "#lib/suggest/suggest";
import type { Line } from "./line.ts";
import { makeReleases } from "./suggest/made-releases.ts";
import { readNewsLabels } from "./suggest/news-labels.ts";
import { readPressLabels } from "./suggest/press-labels.ts";
import { printMisses, printRates } from "./suggest/print-scores.ts";
import { benchPutBack } from "./suggest/put-back.ts";
import { rate, score, type Scored } from "./suggest/score.ts";
import { benchSpeed } from "./suggest/speed.ts";
import type { LabelledText } from "./suggest/truth.ts";

/** Of a hundred, how many may be wrong or missing: what is reached, and hardly worse. */
const bounds = {
  press: { precision: 1, recall: 3, outcomes: 4, sure: 0 },
  made: { precision: 1, recall: 1, outcomes: 1, sure: 0.5 },
  news: { precision: 8, recall: 8, outcomes: 16, sure: 1 },
};

/**
 * What is proposed for figures, held against labels that people gave: the prose of nine press releases as published, with
 * the cell of the table that each figure is of, and sentences of news, true, false and about other things. Every miss is
 * printed with its cause. Then the marks of the first article, taken away and put back; and how long a text takes.
 */
export async function benchSuggest(server: string): Promise<Line[]> {
  const store = openStore(await createSeededDatabase(server, "tickmark_suggest"));
  try {
    return await measureStore(store);
  } finally {
    await store.close();
  }
}

/** The same of a store with the seed in it. */
export async function measureStore(store: Store): Promise<Line[]> {
  const setting = await loadSuggestSetting(store);
  const reader = rememberingReader(createReader(store));
  const days = setting.vintages.map(({ date }) => date).sort();
  const newest = days.at(-1);
  if (newest === undefined) throw new Error("The store holds no vintage");
  const press = await readPressLabels(reader, newest);
  const news = await readNewsLabels(reader, newest);
  if (press === null) console.log("\nThe press releases are not on this machine.");
  return [
    ...(press === null ? [] : await measure("press releases", press, setting, bounds.press)),
    ...(await measure("made releases", await makeReleases(reader, newest), setting, bounds.made)),
    ...(await measure("news sentences", news, setting, bounds.news)),
    ...(await benchPutBack(setting, reader)),
    ...(await benchSpeed(store)),
  ];
}

async function measure(
  what: string,
  texts: readonly LabelledText[],
  setting: SuggestSetting,
  most: (typeof bounds)["press"],
): Promise<Line[]> {
  const scored: Scored[] = [];
  for (const text of texts) {
    const { figures } = await suggest(splitText(text.text), setting);
    scored.push(...score(text, figures));
  }
  const rates = rate(scored);
  printRates(what, rates);
  printMisses(scored);
  const [precision, recall] = [100 * rates.precision[0], 100 * rates.recall[0]];
  const line = (name: string, value: number, bound: number, detail: string): Line => ({
    ...{ name: `${name}, ${what}`, value, unit: "%", bound, detail },
  });
  return [
    line(
      "first proposals that are wrong",
      100 - precision,
      most.precision,
      `precision ${precision.toFixed(1)} % of ${rates.proposedFor}; ${(100 * rates.precision[1]).toFixed(1)} % within three`,
    ),
    line(
      "figures without a right first proposal",
      100 - recall,
      most.recall,
      `recall ${recall.toFixed(1)} % of ${rates.data}; ${(100 * rates.recall[1]).toFixed(1)} % within three`,
    ),
    line(
      "figures told wrongly",
      100 - 100 * rates.outcomes,
      most.outcomes,
      `${rates.labels} figures, those called unknown that are not with them`,
    ),
    line(
      "figures called supported or contradicted that are not",
      (100 * rates.wronglySure) / rates.labels,
      most.sure,
      `${rates.wronglySure} of ${rates.labels}; saying nothing would have been better`,
    ),
  ];
}
