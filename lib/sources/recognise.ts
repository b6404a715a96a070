import { accepted, refused, type Checked } from "#lib/series/checked";

/** Title of slt_table1.txt. Tables 2 and 3 have the same form and other figures, so the title must match exactly. */
export const slt1Title = "Table 1: U.S. Long-Term Securities Held by Foreign Residents";

/** Title of mfhhis01.txt. */
export const mfhTitle = "MAJOR FOREIGN HOLDERS OF TREASURY SECURITIES";

/**
 * Says which release a file belongs to, by its own first line and never by its name. The line is read without regard to
 * quoting, so that a file of another form is called unknown and not badly quoted.
 * Problem: `unknown-file`, for another table of the family or anything else.
 */
export function recognise(lines: readonly string[], file: string): Checked<"slt1" | "mfh"> {
  const title = titleIn(lines[0]);
  if (title === slt1Title) return accepted("slt1");
  if (title === mfhTitle) return accepted("mfh");
  const at = Math.max(
    0,
    lines.findIndex((line) => titleIn(line) !== ""),
  );
  const found = titleIn(lines[at]);
  const other = /^Table \d+[A-Z]?:/i.test(found) ? ", another table of the Treasury's" : "";
  return refused([
    {
      kind: "unknown-file",
      message: `Expected the title "${slt1Title}" or "${mfhTitle}", found "${found.slice(0, 90)}"${other}`,
      at: { file, line: at + 1, column: 1 },
      fix: "give slt_table1.txt or mfhhis01.txt, whole and as downloaded",
    },
  ]);
}

/** What a line says without tabs, quotes round fields, and the commas between them. */
function titleIn(line = ""): string {
  const texts = line.split(/\t|(?<="),(?=")/).map((text) => text.replace(/^"|"$/g, "").trim());
  return texts.filter((text) => text !== "").join(" ");
}
