import { AsyncLocalStorage } from "node:async_hooks";
import { expect, test } from "vitest";
import { keepWayOutside, outsideRequests } from "./outside-requests.ts";
import { once } from "./once.ts";

test("what all requests share is made as the work of none of them", async () => {
  const request = new AsyncLocalStorage<string>();
  const asked = () => Promise.resolve(request.getStore());
  expect(await request.run("one", () => outsideRequests(asked))).toBe("one");
  keepWayOutside();
  expect(await request.run("one", () => outsideRequests(asked))).toBeUndefined();
  expect(await request.run("one", once(asked))).toBeUndefined();
  globalThis.tickmarkOutside = undefined;
});
