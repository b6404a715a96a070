import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { encode, encodingFor, originalTags, tagFor, tagSent } from "./content-encoding.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["BR", "br"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["br;q=nonsense", "identity"],
  ["deflate", "identity"],
])("Accept-Encoding %o is answered in %s", (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

test("an encoded body decodes to itself", () => {
  const body = Buffer.from("figure ".repeat(500));
  expect(brotliDecompressSync(encode(body, "br"))).toEqual(body);
  expect(gunzipSync(encode(body, "gzip"))).toEqual(body);
  expect(encode(body, "identity")).toBe(body);
});

test("each encoding has an entity tag of its own, and leads back to the one tag", () => {
  expect(tagFor('"abc"', "br")).toBe('"abc-br"');
  expect(tagFor('"abc"', "identity")).toBe('"abc"');
  expect(originalTags('"abc-br", W/"def-gzip", "ghi"')).toBe('"abc", W/"def", "ghi"');
});

test("a 304 repeats the tag that the client has", () => {
  expect(tagSent('"other", "abc-br"', '"abc"')).toBe('"abc-br"');
  expect(tagSent("*", '"abc"')).toBe('"abc"');
});
