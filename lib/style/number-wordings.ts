import { groupDigits } from "#lib/series/format";
import type { Wording } from "./wording.ts";

const scales: Readonly<Record<string, string>> = {
  bn: "billion",
  bln: "billion",
  b: "billion",
  trn: "trillion",
  tn: "trillion",
  t: "trillion",
  mn: "million",
  mln: "million",
  m: "million",
  k: "thousand",
};

const dollars = String.raw`(?<sign>(?:US ?|USD ?|U\.S\. ?)?\$|USD ?)`;
const digits = String.raw`(?<digits>\d[\d,]{0,20}(?:\.\d{1,10})?)`;
const gap = String.raw`[ \u00a0\u202f]?`;
const wordEnd = String.raw`(?![\p{L}\p{N}])`;
const noFigureBefore = String.raw`(?<![\p{L}\p{N}.,$])`;

/** Amounts as the house writes them: "$5.2 billion", "4 percent". A single letter is a scale behind dollars only: "Table 5B". */
export const numberWordings: readonly Wording[] = [
  {
    rule: "style-number",
    pattern: new RegExp(
      `${noFigureBefore}(?:${dollars}${digits}${gap}(?<scale>bn|bln|trn|tn|mn|mln|[bmtkBMTK])|(?<bare>\\d[\\d,]{0,20}(?:\\.\\d{1,10})?)${gap}(?<after>bn|bln|trn|tn|mn|mln))${wordEnd}`,
      "gu",
    ),
    says: "shortens its scale",
    write: ({ digits: amount, scale, bare, after }) => {
      const word = scales[(scale ?? after ?? "").toLowerCase()] ?? "";
      return bare === undefined ? `$${amount ?? ""} ${word}` : `${bare} ${word}`;
    },
    inTables: true,
  },
  {
    rule: "style-number",
    pattern: new RegExp(`${digits}(?:${gap}%|[ \u00a0](?:per cent|pct\\.?)${wordEnd})`, "gu"),
    says: 'is not written with "percent"',
    write: ({ digits: amount }) => `${amount ?? ""} percent`,
    inTables: true,
  },
  {
    rule: "style-number",
    pattern: /\$(?<digits>\d{4,18})(?![\d,])/gu,
    says: "has no commas between its thousands",
    write: ({ digits: amount }) => `$${groupDigits(amount ?? "")}`,
  },
  {
    rule: "style-number",
    pattern: /(?<![\p{L}\p{N}.,])(?<sign>\$?)\.(?<digits>\d{1,10})(?![\d.])/gu,
    says: "has no zero before its point",
    write: ({ sign, digits: decimals }) => `${sign ?? ""}0.${decimals ?? ""}`,
  },
  {
    rule: "style-unit",
    pattern:
      /(?<amount>\$\d[\d,]{0,20}(?:\.\d{1,10})?(?: (?:thousand|million|billion|trillion)s?)?) (?:US |U\.S\. )?dollars?(?!\p{L})/gu,
    says: "says dollars twice",
    write: ({ amount }) => (amount ?? "").replace(/s$/u, ""),
  },
  {
    rule: "style-unit",
    pattern: /(?<amount>\$\d[\d,]{0,20}(?:\.\d{1,10})? (?:million|billion|trillion))s(?!\p{L})/gu,
    says: "is an amount, and has no plural",
    write: ({ amount }) => amount ?? "",
  },
  {
    rule: "style-unit",
    pattern: /(?<!\p{L})(?:US ?\$|USD ?\$?|U\.S\. ?\$)(?=\d)/gu,
    says: "is a dollar of the United States, as all ours are",
    write: () => "$",
  },
  {
    rule: "style-unit",
    pattern: /(?<!\p{L})(?:percent (?:percentage )?points?|percents)(?!\p{L})/gu,
    says: "is no unit",
    write: (_, found) => (found === "percents" ? "percent" : "percentage points"),
  },
];
