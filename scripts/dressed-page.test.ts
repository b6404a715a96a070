import { expect, test } from "vitest";
import { Wardrobe } from "./dressed-page.ts";

const body = (text: string) => Buffer.from(text.repeat(2000));

test("the same body is compressed once", () => {
  const wardrobe = new Wardrobe();
  const first = wardrobe.dress(body("a"), { isHtml: true, encoding: "br" });
  expect(wardrobe.dress(body("a"), { isHtml: true, encoding: "br" }).bytes).toBe(first.bytes);
});

test("what is least used is forgotten when there is too much", () => {
  const wardrobe = new Wardrobe(2000);
  const kept = wardrobe.dress(body("a"), { isHtml: false, encoding: "gzip" }).bytes;
  for (const text of ["b", "c", "d", "e", "f"]) {
    wardrobe.dress(body(text), { isHtml: false, encoding: "gzip" });
    expect(wardrobe.dress(body("a"), { isHtml: false, encoding: "gzip" }).bytes).toBe(kept);
  }
  const first = wardrobe.dress(body("b"), { isHtml: false, encoding: "gzip" }).bytes;
  for (const text of ["c", "d", "e", "f"])
    wardrobe.dress(body(text), { isHtml: false, encoding: "gzip" });
  expect(wardrobe.dress(body("b"), { isHtml: false, encoding: "gzip" }).bytes).not.toBe(first);
});

test("a text that is also served as a page gets the policy of a page", () => {
  const wardrobe = new Wardrobe();
  expect(wardrobe.dress(body("a"), { isHtml: false, encoding: "br" }).policy).toBeUndefined();
  expect(wardrobe.dress(body("a"), { isHtml: true, encoding: "br" }).policy).toContain(
    "script-src",
  );
});

test("few bytes are left as they are", () => {
  const { bytes, encoding } = new Wardrobe().dress(Buffer.from("ok"), {
    isHtml: false,
    encoding: "br",
  });
  expect([bytes.toString(), encoding]).toEqual(["ok", "identity"]);
});
