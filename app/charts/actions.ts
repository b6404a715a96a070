"use server";

import type { ChartAnswer } from "#lib/site/chart-query";
import { cannotRead } from "../_data/cannot-read.ts";
import { chartAnswer } from "../_data/chart-answer.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { seenAction } from "../_data/seen-action.ts";
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
    return await within(longest, chartAnswer(input));
  } catch (error) {
    reportOutage("A chart's figures cannot be read", error);
    return { ok: false, message: cannotRead() };
  } finally {
    waiting -= 1;
  }
}
