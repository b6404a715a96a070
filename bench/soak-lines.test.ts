import { expect, test } from "vitest";
import { isBroken } from "./line.ts";
import { soakLines, type Stretch } from "./soak-lines.ts";

const still: Stretch = { perSecond: 80, p99: 60, failed: 0, memory: 500, connections: 5 };

/** A soak of so many stretches, each as `change` has it by its number. */
function soak(count: number, change: (at: number) => Partial<Stretch> = () => ({})) {
  return soakLines(
    Array.from({ length: count }, (_, at) => ({ ...still, ...change(at) })),
    100,
  )
    .filter(isBroken)
    .map(({ name }) => name.split(" ")[0]);
}

test("a server that stays as it is has nothing against it", () => {
  expect(soak(30)).toEqual([]);
});

test("one answer that failed is told, in a short soak too", () => {
  expect(soak(3, (at) => ({ failed: at === 1 ? 1 : 0 }))).toEqual(["answers"]);
});

test("memory that goes on growing is told; the step that a new vintage makes is not", () => {
  expect(soak(30, (at) => ({ memory: 500 + 10 * at }))).toEqual(["memory"]);
  expect(soak(30, (at) => ({ memory: at < 15 ? 500 : 900 }))).toEqual([]);
});

test("readers who wait longer and longer are told of, when the wait can be noticed", () => {
  expect(soak(30, (at) => ({ p99: 60 + 5 * at }))).toEqual(["p99"]);
  expect(soak(30, (at) => ({ p99: 5 + at }))).toEqual([]);
  expect(soak(30, (at) => ({ p99: at === 15 ? 5000 : 60 }))).toEqual([]);
});

test("connections that are not given back are told", () => {
  expect(soak(30, (at) => ({ connections: at < 20 ? 5 : 9 }))).toEqual(["connections"]);
});

test("a soak of few stretches says nothing of what grows", () => {
  expect(soak(6, (at) => ({ memory: 100 * (at + 1), p99: 100 * (at + 1) }))).toEqual([]);
});
