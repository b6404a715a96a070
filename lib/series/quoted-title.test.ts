import { expect, test } from "vitest";
import { quotedTitle } from "./quoted-title.ts";

test("what is quoted within a title stands in single quotation marks", () => {
  expect(quotedTitle("Bills and bonds")).toBe("“Bills and bonds”");
  expect(quotedTitle("In the year of “Sell America”")).toBe("“In the year of ‘Sell America’”");
});
