import { causes, outcomeTold, type Rates, type Scored } from "./score.ts";

/** Precision and recall as a reader of a report expects them. */
export function printRates(what: string, rates: Rates): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
  console.log(`\n${what}: ${rates.labels} figures, ${rates.data} of them in a table`);
  console.log("             at 1      at 3");
  console.log(`precision ${rates.precision.map(percent).join("  ")}   of ${rates.proposedFor}`);
  console.log(`recall    ${rates.recall.map(percent).join("  ")}   of ${rates.data}`);
  console.log(`outcome   ${percent(rates.outcomes)}`);
}

/** Each miss, by cause, with what was expected and what came; then each figure that is told wrongly. */
export function printMisses(scored: readonly Scored[]): void {
  for (const cause of causes) {
    const missed = scored.filter((one) => one.cause === cause);
    if (missed.length === 0) continue;
    console.log(`\n${cause}: ${missed.length}`);
    for (const { where, label, found, place } of missed) {
      const first = found?.proposals[0]?.expression ?? "nothing";
      const expected = label?.rests[0] ?? "nothing";
      const rank = place === null ? "" : ` (right at ${place})`;
      console.log(
        `  ${where}  "${label?.text ?? found?.text}"  ${expected}; found ${first}${rank}`,
      );
    }
  }
  const told = scored.filter(({ label, found }) =>
    label === null
      ? outcomeTold(found) !== "unknown"
      : found !== null && label.outcome !== outcomeTold(found),
  );
  if (told.length > 0) console.log(`\ntold wrongly: ${told.length}`);
  for (const { where, label, found } of told) {
    const text = label?.text ?? found?.text;
    console.log(
      `  ${where}  "${text}"  is ${label?.outcome ?? "no figure"}, called ${outcomeTold(found)}: ${found?.note}`,
    );
  }
}
