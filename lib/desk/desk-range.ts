import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Vintage } from "#lib/series/vintage";

/** The two vintages of a run. Without `from` each article is read from its own; without `to` up to the newest of its releases. */
export interface DeskRange {
  readonly from: VintageDate | null;
  readonly to: VintageDate | null;
}

export type ReadRange =
  | { readonly ok: true; readonly range: DeskRange }
  | { readonly ok: false; readonly message: string };

const form = "Expected one vintage or two, the older first, such as 2026-02-18..2026-06-18";

/** How many days a refusal lists. */
const daysListed = 12;

/** Reads `A..B` or `B`. */
export function parseRange(text: string, held: readonly Vintage[]): ReadRange {
  const days = text.split("..");
  const [first = "", second] = days;
  if (days.length > 2 || days.includes("")) return refuse(`${form}; found "${text}"`, held);
  return second === undefined
    ? checkRange({ from: null, to: first }, held)
    : checkRange({ from: first, to: second }, held);
}

/** Both days must be held and in order: between two vintages nothing was published, and a run over nothing says nothing. */
export function checkRange(
  { from, to }: { readonly from: string | null; readonly to: string | null },
  held: readonly Vintage[],
): ReadRange {
  const days: VintageDate[] = [];
  for (const day of [from, to]) {
    if (day === null) continue;
    if (!isVintageDate(day)) return refuse(`${form}; found "${day}"`, held);
    if (!held.some(({ date }) => date === day)) {
      return refuse(`No release held has a vintage of ${day}`, held);
    }
    days.push(day);
  }
  const [one = null, other] = days;
  if (from === null) return { ok: true, range: { from: null, to: one } };
  if (other === undefined || one === null) return { ok: true, range: { from: one, to: null } };
  if (one === other) return refuse(`Expected two vintages, found ${one} twice`, held);
  if (one > other) {
    const turned = `write ${other}..${one}`;
    return refuse(
      `Expected the older vintage first, found ${one} before ${other}: ${turned}`,
      held,
    );
  }
  return { ok: true, range: { from: one, to: other } };
}

/** "2026-02-18, 2026-06-18", the newest, and how many are older. */
export function listDays(held: readonly Vintage[]): string {
  const days = [...new Set(held.map(({ date }) => date))].sort();
  if (days.length === 0) return "none: load a release first";
  const [oldest = ""] = days;
  const older = days.length - daysListed;
  const rest = older > 0 ? `${older} older from ${oldest} on, and ` : "";
  return `${rest}${days.slice(-daysListed).join(", ")}`;
}

function refuse(message: string, held: readonly Vintage[]): ReadRange {
  return { ok: false, message: `${message}. Vintages held: ${listDays(held)}` };
}
