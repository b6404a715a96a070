import { expect, test } from "vitest";
import { EncodedBodies } from "./encoded-bodies.ts";

const body = (text: string) => Buffer.from(text.repeat(2000));

test("the same body is compressed once", () => {
  const bodies = new EncodedBodies();
  const first = bodies.encode(body("a"), { isHtml: true, encoding: "br" });
  expect(bodies.encode(body("a"), { isHtml: true, encoding: "br" }).bytes).toBe(first.bytes);
});

test("what is least used is forgotten when there is too much", () => {
  const bodies = new EncodedBodies(2000);
  const kept = bodies.encode(body("a"), { isHtml: false, encoding: "gzip" }).bytes;
  for (const text of ["b", "c", "d", "e", "f"]) {
    bodies.encode(body(text), { isHtml: false, encoding: "gzip" });
    expect(bodies.encode(body("a"), { isHtml: false, encoding: "gzip" }).bytes).toBe(kept);
  }
  const first = bodies.encode(body("b"), { isHtml: false, encoding: "gzip" }).bytes;
  for (const text of ["c", "d", "e", "f"])
    bodies.encode(body(text), { isHtml: false, encoding: "gzip" });
  expect(bodies.encode(body("b"), { isHtml: false, encoding: "gzip" }).bytes).not.toBe(first);
});

test("a text that is also served as a page gets the policy of a page", () => {
  const bodies = new EncodedBodies();
  expect(bodies.encode(body("a"), { isHtml: false, encoding: "br" }).policy).toBeUndefined();
  expect(bodies.encode(body("a"), { isHtml: true, encoding: "br" }).policy).toContain("script-src");
});

test("few bytes are left as they are", () => {
  const { bytes, encoding } = new EncodedBodies().encode(Buffer.from("ok"), {
    isHtml: false,
    encoding: "br",
  });
  expect([bytes.toString(), encoding]).toEqual(["ok", "identity"]);
});

test("readers of one page share one copy of it", () => {
  const bodies = new EncodedBodies();
  const first = bodies.encode(body("a"), { isHtml: true, encoding: "identity" });
  expect(bodies.encode(body("a"), { isHtml: true, encoding: "identity" }).bytes).toBe(first.bytes);
});

test("what is not compressed is forgotten too, and few bytes are not kept at all", () => {
  const bodies = new EncodedBodies(10_000);
  for (let count = 0; count < 100; count++) {
    bodies.encode(body(String(count)), { isHtml: true, encoding: "identity" });
    bodies.encode(Buffer.from(`<p>${count}</p>`), { isHtml: true, encoding: "br" });
  }
  expect(bodies.size).toBeLessThan(20);
  const others = new EncodedBodies();
  others.encode(Buffer.from("ok"), { isHtml: false, encoding: "br" });
  expect(others.size).toBe(0);
});
