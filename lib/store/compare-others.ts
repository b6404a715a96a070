import { Prisma } from "../../prisma/client/client.ts";
import { Decimal } from "#lib/series/decimal";
import type { Violation } from "#lib/series/violation";
import type { CrossIdentity, CrossSide } from "#lib/sources/cross-identities";
import { isDamage } from "#lib/sources/identities";
import type { SourceCell } from "#lib/sources/source-cell";
import type { Transaction } from "./transaction.ts";
import type { VintageContent } from "./vintage-content.ts";

/** What comparing a vintage with the others of its day found. */
export interface Comparison {
  readonly violations: readonly Violation[];
  /** Why the file must be damaged or of another day, when very much contradicts another; else null. */
  readonly damage: string | null;
}

/**
 * Compares the figures of a vintage with those of every other release that has a vintage of the same day, where both
 * should print the same. Whichever is loaded second has the violation.
 */
export async function compareWithOthers(
  tx: Transaction,
  content: VintageContent,
): Promise<Comparison> {
  const violations: Violation[] = [];
  for (const identity of content.crossIdentities ?? []) {
    const sides = sidesFor(identity, content.release.slug);
    if (!sides) continue;
    const theirs = await readOther(tx, sides.other, content.date);
    const { broken, compared } = compare(identity, content, theirs);
    if (isDamage(broken.length, compared)) {
      const { own, other } = sides;
      const damage = `${broken.length} of ${compared} figures of ${own.words} are not those of ${other.words} in the vintage of ${content.date} of ${other.release}. One of the two is damaged or of another day; check --released`;
      return { violations: [], damage };
    }
    for (const one of broken) violations.push(one);
  }
  return { violations, damage: null };
}

/** Figures by area and period: "japan 2025-12". */
type FiguresOfOther = ReadonlyMap<string, string>;

/** What the other vintage of the day prints; figures that only older ones have are of another day. */
async function readOther(
  tx: Transaction,
  { release, figures }: CrossSide,
  date: string,
): Promise<FiguresOfOther> {
  const rows = await tx.rows<{ at: string; value: string }>(Prisma.sql`
    SELECT concat(s.area_slug, ' ', k.period) AS at, k.value::text AS value
    FROM series s CROSS JOIN LATERAL (
      SELECT DISTINCT ON (o.period) o.period, o.value FROM observation o
      WHERE o.series_id = s.id AND o.vintage_date <= ${date}::date
      ORDER BY o.period DESC, o.vintage_date DESC
    ) k
    WHERE s.key LIKE ${`${release}.${figures}.%`} AND k.value IS NOT NULL AND EXISTS (
      SELECT FROM coverage c WHERE c.release_slug = ${release} AND c.vintage_date = ${date}::date
        AND c.section = s.section AND k.period BETWEEN c.first_period AND c.last_period)`);
  return new Map(rows.map(({ at, value }) => [at, value]));
}

/** Compares one side, as loaded now, with the other. A figure that only one of them prints says nothing. */
export function compare(
  identity: CrossIdentity,
  { release, date, cells }: Pick<VintageContent, "release" | "date" | "cells">,
  theirs: FiguresOfOther,
): { readonly broken: readonly Violation[]; readonly compared: number } {
  const sides = sidesFor(identity, release.slug);
  if (!sides) return { broken: [], compared: 0 };
  const { own, other } = sides;
  const prefix = `${own.release}.${own.figures}.`;
  const scale = Decimal.pow(10, other.power - own.power);
  const tolerance = new Decimal(identity.tolerance).times(
    Decimal.pow(10, identity.left.power - own.power),
  );
  const broken: Violation[] = [];
  let compared = 0;
  for (const cell of cells) {
    if (cell.value === null || !cell.key.startsWith(prefix)) continue;
    const area = cell.key.slice(prefix.length);
    const value = theirs.get(`${area} ${cell.period}`);
    if (value === undefined) continue;
    compared += 1;
    const expected = new Decimal(value).times(scale);
    const difference = new Decimal(cell.value).minus(expected);
    if (difference.abs().lte(tolerance)) continue;
    broken.push({
      identity: `${own.words} = ${other.words}`,
      key: cell.key,
      period: cell.period,
      found: cell.value,
      expected: expected.toFixed(),
      difference: difference.toFixed(),
      tolerance: tolerance.toFixed(),
      acknowledged: isAcknowledged(identity, own, area, cell, difference),
      line: cell.line,
      column: cell.column,
      against: { release: other.release, date },
    });
  }
  return { broken, compared };
}

function sidesFor({ left, right }: CrossIdentity, release: string) {
  if (left.release === release) return { own: left, other: right };
  return right.release === release ? { own: right, other: left } : null;
}

/** What is acknowledged is written down from the left side. */
function isAcknowledged(
  { left, acknowledged }: CrossIdentity,
  own: CrossSide,
  area: string,
  { period }: SourceCell,
  difference: Decimal,
): boolean {
  const fromLeft =
    own.release === left.release
      ? difference
      : difference.negated().times(Decimal.pow(10, own.power - left.power));
  const key = `${left.release}.${left.figures}.${area}`;
  return acknowledged.some(({ figures }) =>
    figures.some(
      (one) => one.key === key && one.period === period && fromLeft.equals(one.difference),
    ),
  );
}
