import { existsSync } from "node:fs";
import path from "node:path";

/** Where the Treasury's own files lie beside the project, on a machine that has them. */
const folder = path.join("..", "shared", "tic");

/** What to load of them, as load-one.ts takes it: the largest of each family, and the largest that is fetched. */
export function sourceFiles(): (readonly string[])[] {
  const loads = [
    ["frozen/s1_globl.txt", "2023-03-15"],
    ["press-releases/lines.csv", "-"],
    ["2026-06-18/slt_table1.txt", "2026-06-18"],
    ["2026-06-18/slt_table1.txt", "2026-06-18", "sync"],
  ] as const;
  return loads
    .map(([name, ...how]) => [path.join(folder, name), ...how])
    .filter(([file]) => existsSync(file ?? ""));
}
