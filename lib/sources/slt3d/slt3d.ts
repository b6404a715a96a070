import { globlFormat } from "../globl/globl-format.ts";
import { checkSlt3dHead, checkSlt3dNotes, lettersOf, slt3dHead, slt3dTitle } from "./slt3d-text.ts";

/** slt3d_globl.csv: U.S. Treasury securities held by foreigners, the table that slt_table3.txt replaced. */
export const slt3d = globlFormat({
  release: "slt3d",
  description:
    'slt3d_globl.csv ("TABLE 3D: U.S. Treasury Securities Held by Foreign Residents 1/")',
  separator: ",",
  recognises: (lines) =>
    lettersOf(lines.find((line) => lettersOf(line) !== "") ?? "") === slt3dTitle,
  headLines: slt3dHead.length,
  checkHead: checkSlt3dHead,
  findEnd(lines) {
    const blank = lines.findIndex((line, at) => at >= slt3dHead.length && lettersOf(line) === "");
    return blank < 0 ? lines.length : blank;
  },
  checkNotes: checkSlt3dNotes,
});
