import { expect, test } from "vitest";
import { KeptFiles } from "./kept-files.ts";

const file = (text: string) => ({
  body: Buffer.from(text),
  mediaType: "text/plain",
  fileName: "a.txt",
});

test("the least used is forgotten when there is too much", () => {
  const files = new KeptFiles(3);
  for (const key of ["a", "b", "c"]) files.set(key, file("x"));
  expect(files.get("a")).toEqual(file("x"));
  files.set("d", file("x"));
  expect(["a", "b", "c", "d"].map((key) => files.get(key) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test("a file put in the place of another counts once", () => {
  const files = new KeptFiles(3);
  for (let count = 0; count < 10; count++) files.set("a", file("xx"));
  files.set("b", file("y"));
  expect(files.get("a")).toEqual(file("xx"));
});
