import { accepted, refused, type Checked } from "#lib/series/checked";
import { formats } from "./formats.ts";
import type { SourceFormat } from "./source-format.ts";
import { titleIn } from "./title-in.ts";

/**
 * Says which file this is, by what stands in it and never by its name. Lines are read without regard to quoting, so that a
 * file of another form is called unknown and not badly quoted. Problem: `unknown-file`, for another table of the family or
 * anything else.
 */
export function recognise(lines: readonly string[], file: string): Checked<SourceFormat> {
  const format = formats.find((candidate) => candidate.recognises(lines));
  if (format) return accepted(format);
  const at = Math.max(
    0,
    lines.findIndex((line) => titleIn(line) !== ""),
  );
  const found = titleIn(lines[at]);
  const other = /^Table \d+[A-Z]?:/i.test(found) ? ", another table of the Treasury's" : "";
  return refused([
    {
      kind: "unknown-file",
      message: `Expected one of ${formats.map(({ description }) => description).join(", ")}, found "${found.slice(0, 90)}"${other}`,
      at: { file, line: at + 1, column: 1 },
      fix: "give one of these files, whole and as downloaded",
    },
  ]);
}
