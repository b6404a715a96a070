import { globlFormat } from "../globl/globl-format.ts";
import { titleIn } from "../title-in.ts";
import { checkS1Head, s1Head, s1Title } from "./s1-head.ts";

/** s1_globl.txt, Form S: what foreigners bought from U.S. residents and sold to them; nothing stands below the figures. */
export const s1 = globlFormat({
  release: "s1",
  description: `s1_globl.txt ("${s1Title}")`,
  separator: "\t",
  endsWithLineBreak: true,
  recognises: (lines) => titleIn(lines[0]) === s1Title,
  headLines: s1Head.length,
  checkHead: checkS1Head,
  findEnd: (lines) => lines.length,
  checkNotes: () => [],
});
