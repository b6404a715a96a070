import fc from "fast-check";
import { expect, test } from "vitest";
import { groupBySentence } from "./data-uses.ts";

const article = { slug: "a", title: "A" };
const state = { verdict: "holds", standing: "holds", pinned: false } as const;

function claimAt(words: string, claim: string, path = claim) {
  const at = words.indexOf(claim);
  const sentence = { before: words.slice(0, at), claim, after: words.slice(at + claim.length) };
  return { article, path, sentence, ...state };
}

const words = "Japan held $1.2 trillion, up from $1.1 trillion.";

test("a sentence with two claims is told once, cut at both", () => {
  expect(
    groupBySentence([claimAt(words, "$1.2 trillion"), claimAt(words, "$1.1 trillion")]),
  ).toEqual([
    {
      article,
      parts: [
        "Japan held ",
        { text: "$1.2 trillion", path: "$1.2 trillion", ...state },
        ", up from ",
        { text: "$1.1 trillion", path: "$1.1 trillion", ...state },
        ".",
      ],
    },
  ]);
});

test("a sentence that is said again, and another one, are told apart", () => {
  const uses = groupBySentence([
    claimAt(words, "$1.2 trillion", "first"),
    claimAt(words, "$1.2 trillion", "again"),
    claimAt("$1.2 trillion is much.", "$1.2 trillion", "other"),
  ]);
  expect(
    uses.map(({ parts }) => parts.flatMap((part) => (typeof part === "string" ? [] : part.path))),
  ).toEqual([["first"], ["again"], ["other"]]);
  expect(groupBySentence([])).toEqual([]);
});

test("whatever the claims, the parts are the sentence", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (pieces) => {
      const claims = pieces.map((claim, index) => {
        const before = pieces.slice(0, index).join("");
        const after = pieces.slice(index + 1).join("");
        return { article, path: String(index), sentence: { before, claim, after }, ...state };
      });
      const [use, ...others] = groupBySentence(claims);
      expect(others).toEqual([]);
      expect(use?.parts.map((part) => (typeof part === "string" ? part : part.text))).toEqual(
        pieces,
      );
    }),
  );
});
