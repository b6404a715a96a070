import { evaluateText } from "#lib/expressions/evaluate";
import type { Decimal } from "#lib/series/decimal";
import type { Dimension } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";

/** An amount with its unit, or null when the figures do not give one. */
export async function evaluateAmount(
  expression: string,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<{ readonly amount: Decimal; readonly dimension: Dimension } | null> {
  const result = await evaluateText(expression, reader, asOf);
  return result.ok && result.evaluation.value.type === "quantity" ? result.evaluation.value : null;
}

/** The period that an expression gives; "none" when it finds there is none, null when the figures do not tell. */
export async function evaluatePeriod(
  expression: string,
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<Period | "none" | null> {
  const result = await evaluateText(expression, reader, asOf);
  if (!result.ok || result.evaluation.value.type !== "period") return null;
  const { period } = result.evaluation.value;
  if (period === null) return "none";
  return isPeriod(period) ? period : null;
}
