import { namedSteps, stages, steps, type Step } from "./test-steps.ts";

/** The lanes of a stage: each a list of steps by name, in their order. */
type Lanes = readonly (readonly (readonly [string, Step])[])[];

/**
 * The steps that the arguments of `npm test` ask for, stage by stage: those that `--only` names, or all but those that have to
 * be named. Gives a refusal in words when it cannot be told which are meant.
 */
export function chooseSteps(args: readonly string[]): readonly Lanes[] | string {
  const all: Readonly<Record<string, Step>> = { ...steps, ...namedSteps };
  const names = args.flatMap((argument, index) =>
    args[index - 1] === "--only"
      ? argument.split(",")
      : argument.startsWith("--only=")
        ? argument.slice(7).split(",")
        : [],
  );
  const others = args.filter(
    (argument, index) => !argument.startsWith("--only") && args[index - 1] !== "--only",
  );
  const unknown = [...others, ...names.filter((name) => !(name in all))];
  const isOpen = args.at(-1) === "--only";
  if (unknown.length > 0 || isOpen) {
    return `npm test takes --only with one of: ${Object.keys(all).join(", ")}. Found: ${unknown.join(", ") || "nothing"}.`;
  }
  const chosen = Object.entries(names.length === 0 ? steps : all).filter(
    ([name]) => names.length === 0 || names.includes(name),
  );
  return stages.map((lanes) => lanes.map((lane) => chosen.filter(([name]) => lane.includes(name))));
}
