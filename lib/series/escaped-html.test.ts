import { expect, test } from "vitest";
import { escapedHtml } from "./escaped-html.ts";

test("a text is no mark-up, neither in an element nor in an attribute", () => {
  expect(escapedHtml('<b title="a&b">x</b>')).toBe(
    "&lt;b title=&quot;a&amp;b&quot;&gt;x&lt;/b&gt;",
  );
  expect(escapedHtml("Côte d’Ivoire, −1.2")).toBe("Côte d’Ivoire, −1.2");
});
