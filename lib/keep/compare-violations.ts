import type { Violation } from "#lib/series/violation";
import { compareWithOthers } from "#lib/store/compare-others";
import type { Store } from "#lib/store/store";
import { inTransaction } from "#lib/store/transaction";
import type { VintageContent } from "#lib/store/vintage-content";
import { listViolations } from "#lib/store/violation-rows";
import type { Finding } from "./finding.ts";

const fix =
  "the store was filled by an older build or changed by other means: make it anew from the files (npx tickmark verify --rebuild shows that they give it)";

/**
 * Holds what is recorded as not adding up in a vintage against what does not add up in its file, and against the other vintages of
 * its day. What contradicts another vintage is recorded with either of the two.
 */
export async function compareViolations(store: Store, content: VintageContent): Promise<Finding[]> {
  const { release, date } = content;
  const recorded = await listViolations(store, { release: release.slug, date });
  const ofDay = await listViolations(store, { date });
  const { violations: across, damage } = await inTransaction(store, (tx) =>
    compareWithOthers(tx, content),
  );
  const findings: Finding[] = [];
  const where = `${release.slug} ${date}, what does not add up`;
  if (damage !== null) findings.push({ where, expected: "figures that agree", found: damage, fix });
  const expected = new Set([...content.violations, ...across].map(nameOf));
  const held = new Set(recorded.map(nameOf));
  const mirrored = new Set(
    ofDay
      .filter(({ against }) => against?.release === release.slug)
      .map(({ key, period }) => `${areaOf(key)} ${period}`),
  );
  for (const one of recorded) {
    if (!expected.has(nameOf(one))) {
      findings.push({ where, expected: "nothing", found: nameOf(one), fix });
    }
  }
  for (const one of [...content.violations, ...across]) {
    if (held.has(nameOf(one))) continue;
    if (one.against && mirrored.has(`${areaOf(one.key)} ${one.period}`)) continue;
    findings.push({ where, expected: nameOf(one), found: "nothing", fix });
  }
  return findings;
}

function nameOf({ identity, key, period, found, expected, against }: Violation): string {
  const other = against ? ` against ${against.release} ${against.date}` : "";
  return `${key} ${period}: ${found}, not ${expected} (${identity})${other}`;
}

/** The last part of a key, which both sides of a comparison share. */
function areaOf(key: string): string {
  return key.slice(key.lastIndexOf(".") + 1);
}
