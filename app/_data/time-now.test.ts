import { beforeEach, expect, test, vi } from "vitest";
import { noteTime, timeNow } from "./time-now.ts";

vi.mock("server-only", () => ({}));

const now = new Date("2026-11-23T12:00:00Z");
const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ now });
  globalThis.tickmarkBehind = undefined;
  log.mockClear();
});

test("a clock that agrees with the store's to a minute is gone by", () => {
  expect(timeNow()).toEqual(now);
  noteTime(later(59_000));
  expect(timeNow()).toEqual(now);
  expect(log).not.toHaveBeenCalled();
});

test.each([
  ["a year behind", 365 * 86_400_000, "525600 minutes behind"],
  ["an hour ahead", -3_600_000, "60 minutes ahead of"],
])("a clock that is %s is put right, and told of once", (_, behind, words) => {
  noteTime(later(behind));
  noteTime(later(behind + 10));
  expect(timeNow()).toEqual(later(behind + 10));
  expect(log).toHaveBeenCalledOnce();
  expect(log.mock.calls[0]?.[0]).toContain(words);
});

test("a clock that was set right is gone by again", () => {
  noteTime(later(3_600_000));
  noteTime(now);
  expect(timeNow()).toEqual(now);
});
