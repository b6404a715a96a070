import { createElement, Fragment, isValidElement, type ReactNode } from "react";
import { expect, test } from "vitest";
import { groupNotes } from "./group-notes.ts";

function Note({ children }: { children?: ReactNode }) {
  return createElement("aside", null, children);
}

function body(...parts: readonly ReactNode[]) {
  return createElement(Fragment, null, ...parts);
}

/** The outline of what came out: the element of each part, and for a box those in it. */
function outline(parts: readonly ReactNode[]): unknown[] {
  return parts.map((part) => {
    if (!isValidElement<{ children: ReactNode[] }>(part)) return part;
    if (part.type === "div") return outline(part.props.children);
    return part.type === Note ? "note" : part.type;
  });
}

test("a note goes with the paragraph before it and stays behind it", () => {
  const parts = groupNotes(
    body(
      createElement("p", null, "One"),
      "\n",
      createElement("p", null, "Two"),
      "\n",
      createElement(Note, null, "About two"),
      "\n",
      createElement("p", null, "Three"),
    ),
    Note,
  );
  expect(outline(parts)).toEqual(["p", ["p", "note"], "p"]);
});

test("a note after a heading, or a second one, stands alone", () => {
  const parts = groupNotes(
    body(
      createElement("h2", null, "Heading"),
      createElement(Note, null, "First"),
      createElement("p", null, "One"),
      createElement(Note, null, "About one"),
      createElement(Note, null, "Also about one"),
    ),
    Note,
  );
  expect(outline(parts)).toEqual(["h2", "note", ["p", "note"], "note"]);
});
