import type { Value } from "#lib/expressions/value";
import { csvText } from "#lib/series/csv-text";
import { exactText } from "./claims-json.ts";
import type { Ledger, LedgerClaim } from "./ledger.ts";
import { articleAddress, citeLedger, licence } from "./terms.ts";

const header = [
  "number",
  "id",
  "words",
  "sentence",
  "expression",
  "computation",
  "value",
  "unit",
  "computed",
  "interval",
  "as_of",
  "pinned",
  "verdict",
  "standing",
  "standing_as_of",
  "computed_now",
  "quoted_from",
  "cell_count",
  "receipt",
  "article",
  "citation",
  "licence",
] as const;

/**
 * The claims of an article as `claims.csv`, a claim a row. What a claim with several expressions comes to stands in one field
 * with semicolons between, in their order. `origin` is where the site is published.
 */
export function claimsCsv(ledger: Ledger, origin: string): string {
  const { article, newest } = ledger;
  const ofAll = [articleAddress(article.slug, origin), citeLedger(ledger, origin), licence];
  const rows = ledger.claims.map((claim) => [
    String(claim.number),
    claim.id,
    claim.words,
    claim.sentence,
    claim.expression,
    claim.computation,
    joined(claim, valueText),
    joined(claim, unitText),
    claim.computed,
    claim.interval,
    claim.asOf,
    String(claim.pinned),
    claim.verdict,
    claim.standing,
    newest,
    claim.computedNow,
    claim.quotedFrom,
    String(claim.cellCount),
    `${origin}${claim.path}`,
    ...ofAll,
  ]);
  return csvText([header, ...rows]);
}

function joined({ parts }: LedgerClaim, write: (value: Value) => string): string {
  return parts.map(({ value }) => write(value)).join("; ");
}

function valueText(value: Value): string {
  switch (value.type) {
    case "quantity":
      return exactText(value);
    case "period":
      return value.period ?? "none";
    case "truth":
      return String(value.truth);
  }
}

function unitText(value: Value): string {
  return value.type === "quantity" ? value.dimension : value.type;
}
