import { withoutVintage } from "#lib/expressions/bare";
import { leavesOf } from "#lib/expressions/series-node";
import type { CountNode, Expression } from "#lib/expressions/tree";
import type { SeriesOf } from "./claim-shape.ts";
import type { Trouble } from "./read-sayings.ts";

const stepNames = { annual: "year", quarterly: "quarter", monthly: "month" } as const;
const stepNoun = /(?<!\p{L})(?<step>day|week|month|quarter|year)s?(?!\p{L})/iu;

/** "Nine quarters" of a count of months, in the words of a claim or at once behind them. Problem: `wrong-shape`. */
export function findOtherSteps(
  claim: string,
  after: string,
  tree: Expression,
  seriesOf: SeriesOf,
): Trouble | null {
  const node = withoutVintage(tree);
  if (node.kind !== "count" && node.kind !== "run") return null;
  const said = stepNoun.exec(claim) ?? stepNoun.exec(/^ \p{L}+/u.exec(after)?.[0] ?? "");
  const step = said?.groups?.["step"]?.toLowerCase();
  const counted = stepOf(node.key, seriesOf);
  if (said === null || step === undefined || counted === null || step === counted) return null;
  return {
    kind: "wrong-shape",
    message: `"${said[0]}" is said of "${claim}", and the expression counts ${counted}s`,
    fix: `write ${counted}s, or count another series: quarterly(KEY), yearly(KEY)`,
  };
}

function stepOf(key: CountNode["key"], seriesOf: SeriesOf): "year" | "quarter" | "month" | null {
  if (key.kind === "periodic") return key.name === "yearly" ? "year" : "quarter";
  const [leaf] = leavesOf(key);
  const frequency = leaf && seriesOf(leaf.key)?.frequency;
  return frequency ? stepNames[frequency] : null;
}
