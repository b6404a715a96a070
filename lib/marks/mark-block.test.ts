import { expect, test } from "vitest";
import { exampleFigure } from "./example-figure.ts";
import { markBlock, type MarkEdit } from "./mark-block.ts";

/** A figure at a place with a form for each expression. */
function markable(start: number, ...expressions: string[]) {
  const span = { start, end: start + 1 };
  return {
    figure: exampleFigure("abcdefghij", span, []),
    forms: expressions.map((expression): MarkEdit => ({
      ...{ ...span, words: "x", expression, replacement: expression },
    })),
  };
}

/** Marks a block as a gate does that has these things against some of its claims together. */
async function mark(
  figures: readonly ReturnType<typeof markable>[],
  against: (expressions: readonly string[]) => readonly string[],
) {
  const marked = await markBlock(figures, (edits) =>
    Promise.resolve(against(edits.map(({ replacement }) => replacement).sort())),
  );
  return marked.map(({ edit, reason }) => edit?.expression ?? reason);
}

test("what is refused alone and accepted together is marked", async () => {
  const against = (all: readonly string[]) => (all.length === 1 ? ["says 2024"] : []);
  expect(await mark([markable(0, "a"), markable(2, "b")], against)).toEqual(["a", "b"]);
});

test("the one that spoils the others is left out, and says why", async () => {
  const against = (all: readonly string[]) =>
    all.includes("b") ? all.map((one) => `no ${one}`) : [];
  expect(await mark([markable(0, "a"), markable(2, "b"), markable(4, "c")], against)).toEqual([
    "a",
    "the gate refuses it: no a",
    "c",
  ]);
});

test("another form is tried where the first is refused", async () => {
  const against = (all: readonly string[]) => (all.includes("a") ? ["the sign is wrong"] : []);
  expect(await mark([markable(0, "a", "-a")], against)).toEqual(["-a"]);
});

test("words are never marked twice", async () => {
  expect(await mark([markable(0, "a"), markable(0, "b")], () => [])).toEqual([
    "a",
    expect.stringContaining("a tag or of emphasis"),
  ]);
});

test("of very many figures each is tried by itself", async () => {
  const many = Array.from({ length: 40 }, (_, place) => markable(2 * place, `e${place}`));
  let trials = 0;
  const against = (all: readonly string[]) => {
    trials += 1;
    return all.includes("e7") ? ["no"] : [];
  };
  const marked = await mark(many, against);
  expect(marked.filter((one) => one === "the gate refuses it: no")).toHaveLength(1);
  expect(trials).toBeLessThan(100);
});
