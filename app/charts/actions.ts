"use server";

import { answerChartQuery, type ChartAnswer } from "#lib/site/chart-query";
import { cannotRead } from "../_data/cannot-read.ts";
import { chartsPlace, isShownChart, noSuchChart } from "../_data/chart.ts";
import { currentHolds } from "../_data/current-holds.ts";
import { readAgain } from "../_data/read-again.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { seenAction } from "../_data/seen-action.ts";
import { reader } from "../_data/store.ts";
import { within } from "../_data/within.ts";

/** How long an answer may take, in milliseconds: a reader has waited long by then. Its questions end by limits of their own. */
const longest = 8_000;
/** Who comes when so many wait is told so: each holds some memory. */
const mostWaiting = 200;
let waiting = 0;

/** A reader's choice of range, transformation and vintage, answered from the store. Anything may arrive as `input`. */
export async function queryChart(input: unknown): Promise<ChartAnswer> {
  return seenAction(
    "queryChart",
    ({ ok }) => (ok ? "answered" : "refused"),
    () => answerInTurn(input),
  );
}

async function answerInTurn(input: unknown): Promise<ChartAnswer> {
  if (waiting >= mostWaiting) {
    const message = "Many charts are asked for just now. Please try again in some seconds.";
    return { ok: false, message };
  }
  waiting += 1;
  try {
    // A store that does not answer is noticed here, sooner than by a query of its own.
    await currentHolds();
    return await within(
      longest,
      readAgain(() => answer(input)),
    );
  } catch (error) {
    reportOutage("A chart's figures cannot be read", error);
    return { ok: false, message: cannotRead() };
  } finally {
    waiting -= 1;
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
