import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Line } from "./line.ts";

const unit = z.enum(["ratio", "ms", "kB", "MB", "s", "%", "problems", "shift"]);
const line = z.object({
  name: z.string(),
  // JSON has no figure for what could not be measured.
  value: z.number().nullable(),
  unit,
  bound: z.number().nullable(),
  least: z.number().optional(),
});
const schema = z.object({
  began: z.string(),
  commit: z.string().nullable(),
  machine: z.object({ cores: z.number(), processor: z.string(), node: z.string() }),
  lines: z.array(line),
});

/** What a run of the bench measured, and on what. */
export type BenchRun = Omit<z.infer<typeof schema>, "lines"> & {
  readonly lines: readonly (Pick<Line, "name" | "unit" | "bound"> & {
    readonly value: number | null;
    readonly least?: number | undefined;
  })[];
};

/** A figure that is worse than it was. */
export interface Worse {
  readonly name: string;
  readonly unit: Line["unit"];
  readonly value: number;
  readonly last: { readonly value: number; readonly began: string; readonly commit: string | null };
}

/** A figure may differ so much from run to run. */
const margin = 1.2;
/** Of these a run is compared with another: each has what it is compared with in it, or does not depend on the machine's speed. */
const compared: readonly Line["unit"][] = ["ratio", "%"];

/**
 * The figures of a run that are worse by more than a fifth than the last run of the same machine that measured them: more,
 * or less where a line says what it must reach.
 */
export function worseThan(run: BenchRun, before: readonly BenchRun[]): Worse[] {
  const earlier = before
    .filter(({ began, machine }) => began < run.began && isSame(machine, run.machine))
    .sort((left, right) => (left.began < right.began ? 1 : -1));
  return run.lines.flatMap(({ name, unit, value, least }): Worse[] => {
    if (value === null || !compared.includes(unit)) return [];
    for (const { began, commit, lines } of earlier) {
      const last = lines.find((one) => one.name === name && one.unit === unit)?.value;
      if (last === undefined || last === null) continue;
      const isWorse = least === undefined ? value > last * margin : value * margin < last;
      return isWorse ? [{ name, unit, value, last: { value: last, began, commit } }] : [];
    }
    return [];
  });
}

/** The runs kept as JSON in some folders; what is not of that form, as of an older bench or one that was cut off, is left out. */
export function keptRuns(folders: readonly string[]): BenchRun[] {
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .flatMap((name): BenchRun[] => {
        const read = schema.safeParse(parsed(readFileSync(path.join(folder, name), "utf8")));
        return read.success ? [read.data] : [];
      }),
  );
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSame(one: BenchRun["machine"], other: BenchRun["machine"]): boolean {
  return one.cores === other.cores && one.processor === other.processor && one.node === other.node;
}
