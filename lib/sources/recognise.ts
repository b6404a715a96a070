import { accepted, refused, type Checked } from "#lib/series/checked";
import { formats } from "./formats.ts";
import { recogniseUnsupported } from "./recognise-unsupported.ts";
import type { SourceFormat } from "./source-format.ts";
import { titleIn } from "./title-in.ts";

/**
 * Says which file this is, by what stands in it and never by its name. Lines are read without regard to quoting, so that a
 * file of another form is called unknown and not badly quoted. Problems: `unsupported-file`, by the name of what it is;
 * `unknown-file` for anything else.
 */
export function recognise(lines: readonly string[], file: string): Checked<SourceFormat> {
  const unsupported = recogniseUnsupported(lines);
  if (unsupported) {
    const { what, fix, at: line } = unsupported;
    const message = `Expected a file that Tickmark reads, found ${what}, which is not supported`;
    const place = { file, line: line + 1, column: 1 };
    return refused([{ kind: "unsupported-file", message, at: place, fix }]);
  }
  const format = formats.find((candidate) => candidate.recognises(lines));
  if (format) return accepted(format);
  const at = Math.max(
    0,
    lines.findIndex((line) => titleIn(line) !== ""),
  );
  const found = titleIn(lines[at]);
  const other = /^Table \d+:/i.test(found) ? ", another table of the Treasury's" : "";
  return refused([
    {
      kind: "unknown-file",
      message: `Expected one of ${formats.map(({ description }) => description).join(", ")}, found "${found.slice(0, 90)}"${other}`,
      at: { file, line: at + 1, column: 1 },
      fix: "give one of these files, whole and as downloaded",
    },
  ]);
}
