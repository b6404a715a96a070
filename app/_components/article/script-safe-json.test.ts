import { expect, test } from "vitest";
import { scriptSafeJson } from "./script-safe-json.ts";

test("text cannot close the script it stands in", () => {
  const json = scriptSafeJson({ headline: "</script><!-- <b>" });
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toEqual({ headline: "</script><!-- <b>" });
});
