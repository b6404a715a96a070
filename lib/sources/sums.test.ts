import { expect, test } from "vitest";
import { isPeriod, type Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { sumIdentities, type SummedRow, type SummedTable } from "./sums.ts";

const month = period("2023-02");
const table: SummedTable = {
  columns: ["total", "bonds", "equities"].map((slug) => ({
    field: slug,
    heading: slug,
    security: { slug },
    measure: { slug: "holdings" },
  })),
  layout: {
    classSum: {
      whole: "total",
      parts: ["bonds", "equities"],
      tolerance: "1",
      partsMissing: [
        { rows: ["00002"], parts: ["equities"] },
        { rows: ["00003"], parts: ["bonds", "equities"] },
      ],
    },
    areaSums: [],
  },
};

function period(text: string): Period {
  if (!isPeriod(text)) throw new Error(text);
  return text;
}

function row(code: string, ...values: readonly string[]): SummedRow {
  const cells = values.map((text, at) => ({
    key: `made.${at}`,
    period: month,
    line: 1,
    column: at + 1,
    value: text === "n.a." ? null : text,
    status: text === "n.a." ? ("missing" as const) : ("normal" as const),
  }));
  return { printed: { code, name: code }, period: month, cells };
}

/** How many sums a row gives, and the problems. */
function outcome(one: SummedRow): string {
  const problems: Problem[] = [];
  const sums = [...sumIdentities([one], table, "made", problems)].length;
  return [sums, ...problems.map(({ kind }) => kind)].join(" ");
}

test.each([
  ["all published", "00001", ["3", "1", "2"], "1"],
  ["all missing", "00001", ["n.a.", "n.a.", "n.a."], "0"],
  ["a whole without a part", "00001", ["3", "1", "n.a."], "0 published-apart"],
  ["parts without the whole", "00001", ["n.a.", "1", "2"], "0 published-apart"],
  ["a part alone, as it has no whole to add up to", "00001", ["n.a.", "1", "n.a."], "0"],
  ["a part missing where the catalogue says so", "00002", ["3", "1", "n.a."], "0"],
  ["another part missing there", "00002", ["3", "n.a.", "n.a."], "0 published-apart"],
  ["the whole missing there", "00002", ["n.a.", "1", "n.a."], "0 published-apart"],
  ["a row that has no parts", "00003", ["3", "n.a.", "n.a."], "0"],
  ["a part that is printed at last", "00002", ["3", "1", "2"], "1"],
])("%s", (_, code, values, expected) => {
  expect(outcome(row(code, ...values))).toBe(expected);
});

test("rows missing together are no problem, one missing alone is", () => {
  const areas: SummedTable = {
    columns: table.columns,
    layout: { areaSums: [{ whole: "1", parts: ["2", "3"], tolerance: "0" }] },
  };
  const problems: Problem[] = [];
  const rows = [
    row("1", "9", "n.a.", "9"),
    row("2", "4", "n.a.", "n.a."),
    row("3", "5", "n.a.", "9"),
  ];
  expect([...sumIdentities(rows, areas, "made", problems)].length).toBe(1);
  expect(problems.map(({ kind, at }) => `${kind} ${at.column}`)).toEqual(["published-apart 3"]);
});
