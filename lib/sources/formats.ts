import { mfhhis01 } from "./mfh/mfhhis01.ts";
import { pressReleases } from "./press/press.ts";
import { s1 } from "./s1/s1.ts";
import { table1, table2, table3 } from "./slt/slt-tables.ts";
import { table5 } from "./slt5/slt5.ts";
import { slt3d } from "./slt3d/slt3d.ts";
import type { SourceFormat } from "./source-format.ts";

/** Every file that Tickmark reads. */
export const formats: readonly SourceFormat[] = [
  table1,
  table2,
  table3,
  table5,
  mfhhis01,
  s1,
  slt3d,
  pressReleases,
];

/** The format of a release. Throws for a release that no format has. */
export function formatOf(release: string): SourceFormat {
  const found = formats.find((format) => format.release === release);
  if (!found) throw new Error(`No source format has the release ${release}`);
  return found;
}
