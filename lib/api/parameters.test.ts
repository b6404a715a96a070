import { describe, expect, test } from "vitest";
import { z } from "zod";
import { countParameter, dayParameter, periodParameter, slugParameter } from "./parameter-kinds.ts";
import { checkParameters } from "./parameters.ts";

const query = z.strictObject({
  asOf: dayParameter.optional(),
  from: periodParameter.optional(),
  class: slugParameter.optional(),
  limit: countParameter(1, 200).default(50),
});

function check(parameters: string) {
  const checked = checkParameters(query, new URLSearchParams(parameters));
  return checked.ok ? checked.value : checked.problem;
}

test("what is not given has its default, and a count is a number", () => {
  expect(check("")).toEqual({ limit: 50 });
  expect(check("asOf=2026-06-18&from=2025-Q4&limit=7")).toEqual({
    ...{ asOf: "2026-06-18", from: "2025-Q4", limit: 7 },
  });
});

test.each([
  ["asof=2026-06-18", "asof", "asOf"],
  ["vintage_date=2026-06-18", "vintage_date", "asOf"],
  ["limt=5", "limt", "limit"],
  ["observation_start=2025-01", "observation_start", "from"],
])(
  "an unknown parameter is refused and the one that was meant is named: %s",
  (text, name, meant) => {
    expect(check(text)).toMatchObject({
      kind: "invalid-parameters",
      errors: [{ parameter: name, suggestion: meant }],
      known: ["asOf", "from", "class", "limit"],
    });
  },
);

test.each(["zebra", "constructor", "__proto__"])(
  "a parameter that is like no other is refused without a guess: %s",
  (parameter) => {
    expect(check(`${parameter}=1`)).toMatchObject({
      errors: [{ parameter, message: "there is no such parameter" }],
    });
  },
);

test("a parameter given twice or empty is refused: neither says what was meant", () => {
  expect(check("limit=5&limit=5&asOf=")).toMatchObject({
    errors: [
      { parameter: "limit", message: "it is given more than once" },
      { parameter: "asOf", message: "it is empty; leave it out instead" },
    ],
  });
});

describe("a value that cannot be used says what was expected and what was found", () => {
  test.each([
    ["asOf=2026-02-30", "a day of the calendar such as 2026-06-18"],
    ["asOf=20260618", "a day such as 2026-06-18"],
    ["from=2025-13", "a period such as 2025-12, 2025-Q4 or 2025"],
    ["from=December", "a period such as 2025-12, 2025-Q4 or 2025"],
    ["limit=0", "a whole number from 1 to 200"],
    ["limit=1e2", "a whole number from 1 to 200"],
    ["limit=%205", "a whole number from 1 to 200"],
    ["limit=999999999999", "a whole number from 1 to 200"],
    ["class=U.S.", "a name of lower-case letters, digits and hyphens"],
  ])("%s", (text, expected) => {
    const [[name = "", value = ""] = []] = new URLSearchParams(text);
    expect(check(text)).toMatchObject({
      errors: [{ parameter: name, message: `expected ${expected}, found "${value}"` }],
    });
  });
});

test("everything that is wrong is told at once", () => {
  expect(check("limit=x&asOf=y&zebra=1")).toMatchObject({
    errors: [{ parameter: "zebra" }, { parameter: "asOf" }, { parameter: "limit" }],
  });
});

test("a name of an object's own making is no parameter", () => {
  expect(check("__proto__=1&constructor=2")).toMatchObject({
    errors: [{ parameter: "__proto__" }, { parameter: "constructor" }],
  });
});

test("a stranger's long text is repeated only in part", () => {
  const long = "x".repeat(5000);
  expect(JSON.stringify(check(`asOf=${long}&${long}=1`)).length).toBeLessThan(1500);
});
