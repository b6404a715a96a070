import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

test("a field is quoted only when it must be, and every line ends in CRLF", () => {
  expect(csvText([["China, Mainland", 'so "called"', "-208.1", null]])).toBe(
    '"China, Mainland","so ""called""",-208.1,\r\n',
  );
});

test.each(["=1+1", "+1", "-cmd", "@SUM(A1)", "\tx", "\rx", "-1.5e3", "=-1"])(
  "a spreadsheet does not run a text: %j",
  (text) => {
    expect(csvText([[text]]).replace(/^"/, "")[0]).toBe("'");
  },
);

test.each(["-208.1", "0", "-0", "9271.0"])("a number stays as it is: %s", (text) => {
  expect(csvText([[text]])).toBe(`${text}\r\n`);
});

test("another program reads back what was written", () => {
  const text = fc
    .string({ unit: fc.constantFrom("a", " ", ",", '"', "\r", "\n", "'", "é", "—", "=", "-", "1") })
    // Guarded, and so changed on purpose.
    .filter((one) => !/^[=+\-@\t\r]/.test(one));
  const row = fc.tuple(fc.constant("key"), text, text);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      expect(parse(csvText(rows), { record_delimiter: "\r\n" })).toEqual(rows);
    }),
  );
});
