import { expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { formsOf } from "./mark-forms.ts";

const figure = { start: 8, end: 18 };

function forms(expression: string, ...spans: { start: number; end: number }[]) {
  const parsed = parseExpression(expression);
  if (!parsed.ok) throw new Error(expression);
  return formsOf(spans, { tree: parsed.tree, expression }).map(
    (form) => `${form.span.start} ${form.expression}`,
  );
}

test("words come in the order given, each also with the sign turned", () => {
  expect(forms("change(mfh.holdings.japan, 2025)", { start: 0, end: 18 }, figure)).toEqual([
    "0 change(mfh.holdings.japan, 2025)",
    "0 -change(mfh.holdings.japan, 2025)",
    "8 change(mfh.holdings.japan, 2025)",
    "8 -change(mfh.holdings.japan, 2025)",
  ]);
});

test("a minus is taken away rather than doubled, and what is added up gets brackets", () => {
  expect(forms("-at(a.b.c, 2025-12)", figure)).toEqual([
    "8 -at(a.b.c, 2025-12)",
    "8 at(a.b.c, 2025-12)",
  ]);
  expect(forms("at(a.b.c, 2025-12) + at(a.b.d, 2025-12)", figure)[1]).toBe(
    "8 -(at(a.b.c, 2025-12) + at(a.b.d, 2025-12))",
  );
});
