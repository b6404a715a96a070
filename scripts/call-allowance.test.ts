import { expect, test, vi } from "vitest";
import { unnamed } from "../app/_http/allowance.ts";
import { refusalOfCall } from "./call-allowance.ts";

test("an asker may call sixty times at once, and then five times in a second", () => {
  for (let call = 0; call < 60; call++) expect(refusalOfCall("198.51.100.1", 0)).toBeUndefined();
  const refused = refusalOfCall("198.51.100.1", 0);
  expect(refused?.status).toBe(429);
  expect(refused?.headers?.["Retry-After"]).toBe("1");
  expect(refusalOfCall("198.51.100.1", 200)).toBeUndefined();
  expect(refusalOfCall("198.51.100.2", 0)).toBeUndefined();
});

test("of whom nothing is known is not counted, and the log says so once, where there are readers", () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  vi.stubEnv("SITE_URL", "http://localhost:3000");
  expect(refusalOfCall(unnamed, 0)).toBeUndefined();
  expect(warn).not.toHaveBeenCalled();
  vi.stubEnv("SITE_URL", "https://tickmark.example");
  for (let call = 0; call < 100; call++) expect(refusalOfCall(unnamed, 0)).toBeUndefined();
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
  vi.unstubAllEnvs();
});

test("who says to be this machine is counted", () => {
  for (let call = 0; call < 60; call++) refusalOfCall("127.0.0.1", 0);
  expect(refusalOfCall("127.0.0.1", 0)?.status).toBe(429);
});
