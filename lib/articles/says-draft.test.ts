import { expect, test } from "vitest";
import { saysDraft } from "./says-draft.ts";

test.each([
  ["---\nid: [\ndraft: true\n---\n# T\n", true],
  ["---\r\ndraft: true # until Monday\r\ntitle: 'half\r\n---\r\n", true],
  ["---\ndraft: true\nid: one\n\n# T\n", true],
  ["---\ndraft: false\n---\n# T\n", false],
  ["---\nid: one\n---\n\ndraft: true\n", false],
  ["---\nabout:\n  draft: true\n---\n", false],
  ["draft: true\n", false],
])("in %j that it is a draft: %s", (source, expected) => {
  expect(saysDraft(source)).toBe(expected);
});
