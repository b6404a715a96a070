import type { Catalogue } from "../catalogue.ts";
import { grouped, madeFigures } from "../globl/made-globl.ts";
import { s1Head } from "./s1-head.ts";

/**
 * Lines of a file in the form of s1_globl.txt, made up; the last is empty, as the file ends with a line break. The same
 * `seed` gives the same lines.
 */
export function madeS1(catalogue: Catalogue, seed: number): string[] {
  const head = s1Head.map((words) =>
    words
      .split("|")
      .map((text) => (text === "-" ? "----------" : text))
      .map((text) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text))
      .join("\t"),
  );
  const body = madeFigures(catalogue, "s1", seed).map(({ name, code, month, figures }) => {
    const printed = name.includes(",") ? `"${name}"` : name;
    return [printed, code, month, ...figures.map(grouped)].join("\t");
  });
  return [...head, ...body, ""];
}
