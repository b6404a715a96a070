"use server";

import { answerChartQuery, type ChartAnswer } from "#lib/site/chart-query";
import { reader } from "../_data/store.ts";

/** A reader's choice of range, transformation and vintage, answered from the store. Anything may arrive as `input`. */
export async function queryChart(input: unknown): Promise<ChartAnswer> {
  return answerChartQuery(input, reader());
}
