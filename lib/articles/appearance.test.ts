import { expect, test } from "vitest";
import { appearanceOf, saysDraft } from "./appearance.ts";

test.each([
  ["---\nid: [\ndraft: true\n---\n# T\n", true],
  ["---\r\ndraft: true # until Monday\r\ntitle: 'half\r\n---\r\n", true],
  ["---\ndraft: true\nid: one\n\n# T\n", true],
  ['---\n"draft": true\n---\n# T\n', true],
  ["---\ndraft: false\n---\n# T\n", false],
  ["---\ndraft: maybe\n---\n# T\n", false],
  ["---\nid: one\n---\n\ndraft: true\n", false],
  ["---\nabout:\n  draft: true\n---\n", false],
  ["draft: true\n", false],
])("in %j that it is a draft: %s", (source, expected) => {
  expect(saysDraft(source)).toBe(expected);
});

test.each([
  ["---\npublished: 2026-11-30\n---\n# T\n", "2026-11-30T00:00:00.000Z"],
  ["---\npublished: 2026-11-30T09:00-05:00\n---\n# T\n", "2026-11-30T14:00:00.000Z"],
  ["---\npublished: 2026-11-30\ndraft: true\n---\n# T\n", null],
  ["---\npublished: soon\n---\n# T\n", ""],
  ["# T\n", ""],
])("%j appears at %j", (source, expected) => {
  expect(appearanceOf(source)).toBe(expected);
});
