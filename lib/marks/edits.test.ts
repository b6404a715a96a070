import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, mergeEdits } from "./edits.ts";

const source = "abcdefghij";

test("edits are made in the order of the text, whatever their own", () => {
  const edits = [
    { start: 4, end: 6, replacement: "-" },
    { start: 0, end: 1, replacement: "AAA" },
  ];
  expect(applyEdits(source, edits)).toBe("AAAbcd-ghij");
  expect(mergeEdits(source, edits)).toEqual({ start: 0, end: 6, replacement: "AAAbcd-" });
  expect(mergeEdits(source, [])).toBeNull();
});

test("edits as one do the same as each for itself", () => {
  const cuts = fc.uniqueArray(fc.nat(source.length), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(cuts, fc.string(), (places, replacement) => {
      const sorted = [...places].sort((left, right) => left - right);
      const edits = sorted.flatMap((start, index) => {
        const end = sorted[index + 1];
        return index % 2 === 0 && end !== undefined ? [{ start, end, replacement }] : [];
      });
      const merged = mergeEdits(source, edits);
      expect(applyEdits(source, merged === null ? [] : [merged])).toBe(applyEdits(source, edits));
    }),
  );
});
