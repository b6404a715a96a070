import { expect, test } from "vitest";
import { readBraces } from "./braces.ts";

function keysOf(text: string): string[] {
  const read = readBraces(text, 0, null);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value.keys.map(({ key }) => key);
}

function kindOf(text: string): string | undefined {
  const read = readBraces(text, 0, null);
  return read.ok ? undefined : read.problems[0]?.kind;
}

test("a key with several braces names every combination, in the order of the text", () => {
  expect(keysOf("slt1.{equities,agencies}.net.{japan,canada}")).toEqual([
    "slt1.equities.net.japan",
    "slt1.equities.net.canada",
    "slt1.agencies.net.japan",
    "slt1.agencies.net.canada",
  ]);
  expect(keysOf("{slt1,mfh}.holdings")).toEqual(["slt1.holdings", "mfh.holdings"]);
});

test("spaces within braces are no part of the names, nor of the canonical text", () => {
  const read = readBraces("slt1.total.net.{ japan ,\n canada }", 0, null);
  expect(read.ok && read.value.pattern).toBe("slt1.total.net.{japan,canada}");
});

test("a key stands at its alternative where there is one choice, else at the whole", () => {
  const text = "at(slt1.total.net.{japan, canada}, 2025-12)";
  const placesOf = (key: string, start: number): string[] => {
    const read = readBraces(key, start, null);
    return read.ok ? read.value.keys.map((node) => text.slice(node.start, node.end)) : [];
  };
  expect(placesOf("slt1.total.net.{japan, canada}", 3)).toEqual(["japan", "canada"]);
  const two = readBraces("slt1.{a,b}.{c,d}", 5, null);
  expect(two.ok && two.value.keys.map(({ start, end }) => [start, end])).toEqual(
    Array.from({ length: 4 }, () => [5, 21]),
  );
});

test("in a definition all keys stand where it is used", () => {
  const read = readBraces("slt1.total.net.{japan,canada}", 0, { start: 40, end: 49 });
  expect(read.ok && read.value.keys.map(({ start, end }) => [start, end])).toEqual([
    [40, 49],
    [40, 49],
  ]);
});

test.each([
  ["a.{}", "bad-braces"],
  ["a.{b,}", "bad-braces"],
  ["a.{,b}", "bad-braces"],
  ["a.{b,,c}", "bad-braces"],
  ["a.{b c}", "bad-braces"],
  ["a.{b.c}", "bad-braces"],
  ["a.{b-}", "bad-braces"],
  ["a.{b,c,b}", "repeated-series"],
  [`a.{${"b,".repeat(100)}c}`, "too-many-series"],
  ["{a,b,c,d,e}.{a,b,c,d,e}.{a,b,c,d,e}", "too-many-series"],
])("%s is refused as %s", (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test("a hundred series may be named", () => {
  const names = Array.from({ length: 100 }, (_, index) => `area-${index}`);
  expect(keysOf(`slt1.total.net.{${names.join(",")}}`)).toHaveLength(100);
});
