import { expect, test } from "vitest";
import { preflightResponse } from "./api-response.ts";

/** What readers in browsers send when they ask again, past their cache, or say that they wait. */
const sent = ["If-None-Match", "If-Modified-Since", "Cache-Control", "Pragma", "Prefer"];

test.each(sent)("a page of another site may send %s", (name) => {
  const { status, headers } = preflightResponse();
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("access-control-allow-headers")?.split(", ")).toContain(name);
});
