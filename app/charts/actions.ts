"use server";

import { answerChartQuery, type ChartAnswer } from "#lib/site/chart-query";
import { chartsPlace, isShownChart, noSuchChart } from "../_data/chart.ts";
import { currentHolds } from "../_data/current-holds.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { reader } from "../_data/store.ts";

/** A reader's choice of range, transformation and vintage, answered from the store. Anything may arrive as `input`. */
export async function queryChart(input: unknown): Promise<ChartAnswer> {
  try {
    // A store that does not answer is noticed here, sooner than by a query of its own.
    await currentHolds();
    if (!isNamed(input)) return await answerChartQuery(input, reader());
    if (!(await isShownChart(input.id))) return { ok: false, message: noSuchChart };
    return await answerChartQuery(input, reader(), await chartsPlace(input.id));
  } catch (error) {
    reportOutage("A chart's figures cannot be read", error);
    return {
      ok: false,
      message: "The figures cannot be read at the moment. Please try again in a minute.",
    };
  }
}

function isNamed(input: unknown): input is { readonly id: string } {
  return (
    typeof input === "object" && input !== null && "id" in input && typeof input.id === "string"
  );
}
