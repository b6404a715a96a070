import { expect, test } from "vitest";
import { chooseSteps } from "./test-choice.ts";
import { namedSteps, stages, steps } from "./test-steps.ts";

/** The names of what is chosen, stage by stage and lane by lane, without those in which nothing is. */
function chosen(...args: string[]): string[][][] | string {
  const found = chooseSteps(args);
  if (typeof found === "string") return found;
  return found
    .map((lanes) => lanes.map((lane) => lane.map(([name]) => name)).filter((lane) => lane.length))
    .filter((lanes) => lanes.length);
}

test("every step has its place, and no other", () => {
  expect(stages.flat(2).sort()).toEqual(Object.keys({ ...steps, ...namedSteps }).sort());
});

test("without --only all are run but those that have to be named", () => {
  expect([chosen()].flat(3).sort()).toEqual(Object.keys(steps).sort());
});

test.each([[["--only", "build,faults"]], [["--only=build", "--only=faults"]]])(
  "%j runs these and no others, in their order",
  (args) => {
    expect(chosen(...args)).toEqual([[["build"]], [["faults"]]]);
  },
);

test("journeys that change a site are run beside those of readers", () => {
  expect(chosen("--only", "changes,browser")).toEqual([[["browser"], ["changes"]]]);
});

test.each([
  [["--only", "untis"], "Found: untis."],
  [["unit"], "Found: unit."],
  [["--only"], "Found: nothing."],
])("%j is refused with what there is", (args, found) => {
  expect(chosen(...args)).toContain(found);
});
