import { expect, test } from "vitest";
import { splitText } from "./split-text.ts";
import { tableRows } from "./table-rows.ts";

const rowsOf = (text: string) => tableRows(splitText(text), null);

test("a row has its label, its line, and the months and the unit that stand above it", () => {
  const [row] = rowsOf(
    "Holdings, billions of dollars\nCountry | Dec 2025 | Nov 2025\nJapan | 1185.5 | 1202.7",
  );
  expect(row).toMatchObject({ label: "Japan", line: null, power: 9 });
  expect(row?.columns).toEqual([
    { from: "2025-12", to: "2025-12" },
    { from: "2025-11", to: "2025-11" },
  ]);
  expect(row?.cells.map(({ amount }) => amount)).toEqual([1185.5, 1202.7]);
});

test.each([
  ["Millions of dollars", 6],
  ["(USD bn)", 9],
  ["in billion dollars", 9],
  ["dollars in trillions", 12],
  ["US$ billion", 9],
])("the unit of a table is read from %j", (unit, power) => {
  expect(rowsOf(`${unit}\nCountry | 2024 | 2025\nJapan | 1.5 | 2.5`)[0]?.power).toBe(power);
});

test("an amount in a sentence above is no unit", () => {
  const [row] = rowsOf("It sold 5 billion dollars.\n\nCountry | 2024 | 2025\nJapan | 1.5 | 2.5");
  expect(row?.power).toBeNull();
});

test("a row of fewer figures than there are heads is none", () => {
  expect(rowsOf("Country | 2023 | 2024 | 2025\nJapan | 1.5 | 2.5")).toEqual([]);
});
