import "server-only";
import { answerChartQuery, type ChartAnswer } from "#lib/site/chart-query";
import { Kept } from "../_http/kept.ts";
import { chartsPlace, isShownChart, noSuchChart } from "./chart.ts";
import { currentHolds } from "./current-holds.ts";
import { isPreview } from "./is-preview.ts";
import { readAgain } from "./read-again.ts";
import { reader } from "./store.ts";

/** The last answers, by what the store and the content held and what was asked: what many look at is worked out once. */
const kept = new Kept<ChartAnswer>(100);
/** Those that are being worked out: who asks the same meanwhile gets the same. */
const underWay = new Map<string, Promise<ChartAnswer>>();

/**
 * The figures that a reader chose of a chart, or why there are none. Anything may arrive as `input`. Rejects while the store cannot be
 * asked, whatever is kept: nobody could say that it is still so.
 */
export async function chartAnswer(input: unknown): Promise<ChartAnswer> {
  // A store that does not answer is noticed here, sooner than by a query of its own.
  const holds = await currentHolds();
  const name = isPreview() ? undefined : nameOf(input);
  if (name === undefined) return readAgain(() => answer(input));
  const key = `${holds} ${name}`;
  const known = kept.get(key) ?? underWay.get(key);
  if (known) return known;
  const asked = readAgain(() => answer(input));
  underWay.set(key, asked);
  try {
    const found = await asked;
    if (found.ok) kept.set(key, found);
    return found;
  } finally {
    underWay.delete(key);
  }
}

async function answer(input: unknown): Promise<ChartAnswer> {
  if (!isNamed(input)) return answerChartQuery(input, reader());
  if (!(await isShownChart(input.id))) return { ok: false, message: noSuchChart };
  return answerChartQuery(input, reader(), await chartsPlace(input.id));
}

function isNamed(input: unknown): input is { readonly id: string } {
  return (
    typeof input === "object" && input !== null && "id" in input && typeof input.id === "string"
  );
}

/** A name that two questions share only when they ask the same; none for what is no list of short texts, which is refused anyway. */
function nameOf(input: unknown): string | undefined {
  if (!isNamed(input)) return undefined;
  const fields: [string, unknown][] = Object.entries(input);
  const isShort = ([name, value]: [string, unknown]) =>
    typeof value === "string" && name.length + value.length <= 500;
  if (fields.length > 10 || !fields.every(isShort)) return undefined;
  return JSON.stringify(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
