import "server-only";
import path from "node:path";
import { contentFolder } from "#lib/site/content";
import { heldUpBy } from "./accepted-content.ts";

/** Where and why the gate refuses what the content folder holds, in a line; null when nothing is known against it. */
export function describeHeldUp(): string | null {
  const problem = heldUpBy();
  if (problem === null) return null;
  const { at, message } = problem;
  return `${path.relative(contentFolder, at.file)}, line ${at.line}: ${message}`;
}
