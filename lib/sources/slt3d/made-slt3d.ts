import type { Catalogue } from "../catalogue.ts";
import { grouped, madeFigures } from "../globl/made-globl.ts";
import { slt3dHead } from "./slt3d-text.ts";

/** Lines of a file in the form of slt3d_globl.csv, made up. The same `seed` gives the same lines. */
export function madeSlt3d(catalogue: Catalogue, seed: number): string[] {
  const body = madeFigures(catalogue, "slt3d", seed).map(({ name, code, month, figures }) => {
    // Japan's bills are not published from 2014 on, and so no total.
    const withheld = name === "Japan" && month >= "2014-01";
    const printed = figures.map((value, at) => (withheld && at !== 1 ? '"n.a."' : grouped(value)));
    return [`"${name}"`, code, `"${month}"`, ...printed].join(",");
  });
  return [...slt3dHead, ...body, '""', ...notes, '""'];
}

/** In our own words where the file's are not looked at. */
const notes = [
  '"Notes:"',
  '"1/ Estimated foreign holdings"," are report","ed monthly"',
  '"Treasury International Capital","(TIC) reportin","g system."',
  '"Holdings of Long-Term Securiti","es by U.S. and","Foreign"',
  '""Report of Customers\' U.S. Dol","lar Liabilities.""',
  '""',
  '"The data in this table are collec","ted somewhere."',
  '"attributed to the actual owners,","or not"',
  '"TIC FAQ #7 at: http://www.example","org/ticfaq1.as","px)."',
];
