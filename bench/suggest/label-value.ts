import { evaluateExpression } from "#lib/expressions/evaluate";
import { keysIn } from "#lib/expressions/catalogue";
import type { Expression } from "#lib/expressions/tree";
import { Decimal } from "#lib/series/decimal";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Outcome } from "#lib/suggest/found-figure";

const figure =
  /^\$?(?<digits>[\d,]+(?:\.(?<decimals>\d+))?)\s*(?<scale>trillion|billion|percent)?$/u;
const scales: Readonly<Record<string, number>> = { trillion: 12, billion: 9, percent: 0 };
const places: readonly string[] = ["largest", "second-largest", "third-largest"];

/** The values that a labelled figure stands for, without its sign; of a place, the place alone. */
interface Printed {
  readonly value: Decimal;
  /** Half of the last unit written. */
  readonly slack: Decimal;
}

/**
 * Reads a labelled figure by a rule of its own, a few lines long: were the lexicon of claims asked, its mistakes would be in
 * the truth that it is measured by.
 */
export function readPrinted(text: string): Printed {
  const place = places.indexOf(text);
  if (place >= 0) return { value: new Decimal(place + 1), slack: new Decimal(0) };
  const found = figure.exec(text)?.groups;
  if (!found) throw new Error(`Expected a figure such as "$5.1 billion", found "${text}"`);
  const unit = new Decimal(10).pow(scales[found["scale"] ?? "percent"] ?? 0);
  return {
    value: new Decimal((found["digits"] ?? "").replaceAll(",", "")).times(unit),
    slack: unit.times(new Decimal(10).pow(-(found["decimals"]?.length ?? 0))).div(2),
  };
}

/** Whether an expression gives a figure, its sign aside, as known on a day. */
export async function givesAt(
  tree: Expression,
  { value, slack }: Printed,
  reader: SeriesReader,
  day: VintageDate,
): Promise<boolean> {
  const result = await evaluateExpression(tree, reader, day);
  if (!result.ok || result.evaluation.value.type !== "quantity") return false;
  return result.evaluation.value.amount.abs().sub(value).abs().lte(slack);
}

/** What the data say of a figure: decided by the newest vintage, then by each earlier one of its tables. */
export async function outcomeOf(
  tree: Expression,
  text: string,
  reader: SeriesReader,
  newest: VintageDate,
): Promise<Outcome> {
  const printed = readPrinted(text);
  if (await givesAt(tree, printed, reader, newest)) return "supported";
  const releases = new Set(keysIn(tree).map(({ key }) => key.slice(0, key.indexOf("."))));
  for (const release of releases) {
    for (const { date } of (await reader.vintages(release)).toReversed()) {
      if (await givesAt(tree, printed, reader, date)) return "drifted";
    }
  }
  return "contradicted";
}
