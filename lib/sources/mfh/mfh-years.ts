import type { Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { MfhBlock } from "./mfh-block.ts";

/** Blocks run down year by year to the oldest. Problem: `wrong-year`. */
export function checkYears(blocks: readonly MfhBlock[], begins: Period, file: string): Problem[] {
  const oldest = Number(begins.slice(0, 4));
  const fix = "a year is missing or was moved; fetch the file again";
  const problems = blocks.flatMap((block, at): Problem[] => {
    const above = blocks[at - 1];
    if (!above || block.year === above.year - 1) return [];
    const message = `Expected ${above.year - 1}, the year before the block above, found ${block.year}`;
    return [{ kind: "wrong-year", message, at: { file, line: block.line, column: 2 }, fix }];
  });
  const last = blocks.at(-1);
  if (last?.year === oldest) return problems;
  const message = `Expected the years to go back to ${oldest}, found them to end at ${last?.year ?? "none"}`;
  return [
    ...problems,
    { kind: "wrong-year", message, at: { file, line: last?.line ?? 1, column: 2 }, fix },
  ];
}
