import type { Series, SeriesKind } from "./series.ts";

const kinds: Readonly<Record<string, SeriesKind>> = {
  holdings: "stock",
  net: "flow",
  valuation: "valuation",
};

/**
 * A series for tests and examples, filled in from its key: `mfh.holdings.japan` is a monthly stock in billions of
 * dollars, `slt1.total.net.japan` a flow. What matters to a test is given in `details`.
 */
export function exampleSeries(key: string, details: Partial<Series> = {}): Series {
  const parts = key.split(".");
  const area = parts.at(-1) ?? key;
  const measure = parts.at(-2) ?? "holdings";
  return {
    key,
    release: parts[0] ?? key,
    securities: parts.length > 3 ? parts.slice(1, -2).join(".") : "treasuries",
    measure,
    area,
    title: `Example of ${measure}: ${area}`,
    kind: kinds[measure] ?? "flow",
    unit: "USD",
    multiplier: 9,
    frequency: "monthly",
    window: 1,
    section: "",
    signConvention: "Positive means more.",
    source: { file: "example.txt", field: measure, row: area, code: null },
    names: [measure],
    fredId: null,
    breaks: [],
    notes: [],
    ...details,
  };
}
