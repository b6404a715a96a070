import { frequencyOf, isPeriod } from "#lib/series/period";
import { runsOverTime, type PlottedChart } from "./plotted.ts";

const stepNames = { monthly: "Month", quarterly: "Quarter", annual: "Year" } as const;

/** What the positions of a chart are, in a word: "Month", "Holder". */
export function positionName({
  form,
  positions: [first = ""],
}: Pick<PlottedChart, "form" | "positions">): string {
  if (runsOverTime(form)) return stepNames[isPeriod(first) ? frequencyOf(first) : "monthly"];
  return form === "grouped-bar" ? "Class of security" : "Holder";
}
