import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { helpFor } from "./rule-help.ts";
import type { ToldProblem, ToldReport } from "./told-problems.ts";

const root = "%SRCROOT%";

/** The problems as a SARIF 2.1.0 log, for the tools that show findings of any checker. `folder` is the project's, absolute. */
export function checkSarif({ problems }: ToldReport, folder: string) {
  const kinds = [...new Set(problems.map(({ kind }) => kind))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "tickmark",
            rules: kinds.map((kind) => ({
              id: kind,
              shortDescription: { text: sentenceOf(kind) },
              help: { text: helpFor(kind) },
              defaultConfiguration: { level: "error" },
            })),
          },
        },
        // Our columns are offsets into JavaScript's texts.
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [root]: { uri: `${pathToFileURL(folder).href}/` } },
        results: problems.map((problem) => resultOf(problem, kinds, folder)),
      },
    ],
  };
}

function resultOf(
  { kind, message, fix, at, blocks }: ToldProblem,
  kinds: readonly string[],
  folder: string,
) {
  const text = fix === undefined ? message : `${message}\nfix: ${fix}`;
  // Lines move when something is written above: a finding is known by what it says.
  const mark = createHash("sha256").update(`${at.file}\n${kind}\n${message}`).digest("hex");
  return {
    ruleId: kind,
    ruleIndex: kinds.indexOf(kind),
    level: blocks ? "error" : "warning",
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(at.file, folder),
          region: { startLine: at.line, startColumn: at.column },
        },
      },
    ],
    partialFingerprints: { "problem/v1": mark.slice(0, 32) },
  };
}

/** Relative to the project, where the file lies in it. */
function locationOf(file: string, folder: string) {
  const relative = path.relative(folder, path.resolve(folder, file));
  if (relative.startsWith("..") || path.isAbsolute(relative))
    return { uri: pathToFileURL(path.resolve(folder, file)).href };
  return { uri: relative.split(path.sep).map(encodeURIComponent).join("/"), uriBaseId: root };
}

/** "figure-contradicted": "Figure contradicted". */
function sentenceOf(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("-", " ");
}
