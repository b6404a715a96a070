import { expect, test } from "vitest";
import { refusalOfCall } from "./call-allowance.ts";

test("an asker may call sixty times at once, and then five times in a second", () => {
  for (let call = 0; call < 60; call++) expect(refusalOfCall("198.51.100.1", 0)).toBeUndefined();
  const refused = refusalOfCall("198.51.100.1", 0);
  expect(refused?.status).toBe(429);
  expect(refused?.headers?.["Retry-After"]).toBe("1");
  expect(refusalOfCall("198.51.100.1", 200)).toBeUndefined();
  expect(refusalOfCall("198.51.100.2", 0)).toBeUndefined();
});

test("this machine is not counted", () => {
  for (let call = 0; call < 100; call++) expect(refusalOfCall("127.0.0.1", 0)).toBeUndefined();
});
