import path from "node:path";
import { onOneLine } from "#lib/series/problem";
import type { ToldProblem } from "./told-problems.ts";

/** A problem as a workflow command, which GitHub shows beside the line of a pull request. */
export function githubAnnotation({ kind, message, fix, at, blocks }: ToldProblem): string {
  const level = blocks ? "error" : "warning";
  const file = path.relative("", at.file).replaceAll(path.sep, "/");
  const text = fix === undefined ? message : `${message}\nfix: ${fix}`;
  return `::${level} file=${property(file)},line=${at.line},col=${at.column},title=${property(kind)}::${data(text)}`;
}

/** What would end the line, begin an escape, or command a terminal. */
function data(text: string): string {
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return onOneLine(escaped);
}

/** The same, and what would end a property. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
