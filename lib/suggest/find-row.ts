import type { Candidate } from "./candidate.ts";
import type { FoundFigure } from "./found-figure.ts";
import { matchOf, type Match } from "./match.ts";
import { columnCandidate, mayTurn, type NamedRow, type RowReading } from "./name-row.ts";
import { readNamed, type Held } from "./named-reading.ts";
import { isContradicted, noteOf, outcomeOf } from "./outcome.ts";
import { holdingOf, readCandidate, readingDay } from "./propose.ts";
import type { TableCell } from "./table-rows.ts";
import { releaseRank } from "./weigh.ts";

/** A reading of a row, with what each cell is by it and whether it was ever so. */
interface TriedReading {
  readonly cells: readonly { readonly candidate: Candidate | null; readonly match: Match | null }[];
  readonly weight: number;
  readonly matched: number;
  readonly valued: number;
  /** Digits of the figures that it gives: a row of round figures is right by chance. */
  readonly evidence: number;
}

/** A row is of a series that gives so many digits of it, and half its figures: fewer where its words name the series. */
const leastDigits = { named: 4, other: 8 };
/** Words name a series as well as this. */
const leastWeight = 0.25;
/** The confidence of a row whose label names what it is of, and of one whose figures alone do. */
const [sureRow, guessedRow] = [0.95, 0.4];

/** The figures of a row of a table, held against the one series that gives most of them. */
export async function findRow(named: NamedRow, held: Held): Promise<FoundFigure[]> {
  const { row, readings } = named;
  const missing = missingOf(named);
  if (missing !== null && !named.isNamed) return [];
  if (missing !== null) return row.cells.map((cell) => unread(named, cell, missing));
  const tried = readings
    .flatMap((reading) =>
      [false, true]
        .filter((isTurned) => mayTurn(named, reading, isTurned))
        .map((isTurned) => tryReading(named, reading, held, isTurned)),
    )
    .filter(isFound)
    .sort(compare);
  const [best] = tried;
  if (best === undefined) {
    return named.isNamed
      ? row.cells.map((cell) =>
          unread(named, cell, "No series that the row names gives its figures."),
        )
      : [];
  }
  const isSure =
    best.weight >= leastWeight || (named.isNamed && best.evidence >= leastDigits.other);
  const figures: FoundFigure[] = [];
  for (const [at, cell] of row.cells.entries()) {
    figures.push(await findCell(named, cell, best, at, isSure, held));
  }
  return figures;
}

/** What a table has to say before its figures can be read; null where it says all of it. */
function missingOf({ row: { columns, power } }: NamedRow): string | null {
  if (columns === null && power === null) {
    return "The table says neither of which periods its columns are nor in which unit: it is not read.";
  }
  if (columns === null)
    return "The table does not say of which periods its columns are: it is not read.";
  return power === null
    ? "The table does not say in which unit it is (“Billions of dollars”): it is not read."
    : null;
}

function unread({ row }: NamedRow, cell: TableCell, note: string): FoundFigure {
  const span = { start: cell.start, end: cell.end };
  return {
    ...span,
    ...{ text: cell.text, said: span, sentence: row.span },
    ...{ outcome: "unknown", proposals: [], note },
  };
}

function tryReading(
  { row }: NamedRow,
  reading: RowReading,
  held: Held,
  isTurned: boolean,
): TriedReading {
  let [matched, valued, evidence] = [0, 0, 0];
  const cells = row.cells.map((cell, at) => {
    const column = row.columns?.[at];
    const candidate = column === undefined ? null : columnCandidate(reading, column, isTurned);
    if (candidate === null) return { candidate, match: null };
    const { amount, decimals } = cell;
    const test = testOfCell(amount, row.power ?? 0, decimals);
    const match = matchOf(candidate, test, held.table, held.days);
    if (match !== null) {
      matched += 1;
      evidence += Math.min(4, Math.log10(Math.max(1, Math.abs(amount) * 10 ** decimals)));
    }
    const days = held.table.daysOf(candidate.terms);
    if (match !== null || days.some((day) => held.table.sumAt(candidate.terms, day) !== null)) {
      valued += 1;
    }
    return { candidate, match };
  });
  return { cells, weight: reading.weight, matched, valued, evidence };
}

/** A figure as printed stands for all that rounds to it. */
function testOfCell(amount: number, power: number, decimals: number) {
  const half = 0.5 * 10 ** (power - decimals);
  const value = amount * 10 ** power;
  return (found: number) => Math.abs(found - value) <= half * (1 + 1e-9);
}

function isFound({ matched, valued, evidence, weight }: TriedReading): boolean {
  const least = weight >= leastWeight ? leastDigits.named : leastDigits.other;
  return matched > 1 && matched * 2 >= valued && evidence >= least;
}

function compare(left: TriedReading, right: TriedReading): number {
  const fit = ({ evidence, weight }: TriedReading) => evidence * (0.3 + weight);
  return fit(right) - fit(left) || rankOf(left) - rankOf(right);
}

function rankOf({ cells }: TriedReading): number {
  const first = cells.find(({ candidate }) => candidate !== null)?.candidate;
  return first ? releaseRank(first) : Infinity;
}

async function findCell(
  named: NamedRow,
  cell: TableCell,
  { cells, matched, valued }: TriedReading,
  at: number,
  isSure: boolean,
  held: Held,
): Promise<FoundFigure> {
  const { candidate = null, match = null } = cells[at] ?? {};
  if (candidate === null) return unread(named, cell, "The series of the row has no such period.");
  const base = unread(named, cell, "");
  if (match === null) {
    const isRest = isSure && matched * 2 > valued;
    const reading = await readNamed(candidate, [candidate], base.said, held);
    const own = isRest ? reading : null;
    return {
      ...base,
      outcome: outcomeOf([], own),
      proposals: own !== null && isContradicted(own) ? [own.proposal] : [],
      note: noteOf(cell.text, [], own),
    };
  }
  const asOf = readingDay(match, held.days) ?? held.days.asked;
  const days = { asOf, asked: held.days.asked };
  const reading = await readCandidate(candidate, () => base.said, held.reader, days);
  if (reading === null) return base;
  const proposal = {
    ...reading,
    confidence: isSure ? sureRow : guessedRow,
    reasons: [
      `${matched} of the ${valued} figures of the row are its`,
      ...reading.reasons.slice(-1),
    ],
    holding: { ...holdingOf(match, held.days.asked), now: reading.holding.now },
  };
  return {
    ...base,
    outcome: outcomeOf([proposal], null),
    proposals: [proposal],
    note: noteOf(cell.text, [proposal], null),
  };
}
