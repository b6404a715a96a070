import { accepted, refused, type Checked } from "#lib/series/checked";
import { textsOf, type SourceRow } from "./source-rows.ts";

/** Title of slt_table1.txt. Tables 2 and 3 have the same form and other figures, so the title must match exactly. */
export const slt1Title = "Table 1: U.S. Long-Term Securities Held by Foreign Residents";

/** Title of mfhhis01.txt. */
export const mfhTitle = "MAJOR FOREIGN HOLDERS OF TREASURY SECURITIES";

/**
 * Says which release a file belongs to, by its own first line and never by its name.
 * Problem: `unknown-file`, for another table of the family or anything else.
 */
export function recognise(rows: readonly SourceRow[], file: string): Checked<"slt1" | "mfh"> {
  const title = textsOf(rows[0]).join(" ");
  if (title === slt1Title) return accepted("slt1");
  if (title === mfhTitle) return accepted("mfh");
  const other = /^Table \d+:/.test(title) ? ", another table of the Treasury's" : "";
  return refused([
    {
      kind: "unknown-file",
      message: `Expected the title "${slt1Title}" or "${mfhTitle}", found "${title.slice(0, 90)}"${other}`,
      at: { file, line: 1, column: 1 },
      fix: "give slt_table1.txt or mfhhis01.txt, whole and as downloaded",
    },
  ]);
}
