import { setImmediate } from "node:timers/promises";
import {
  answerClaimAt,
  computedOf,
  type ClaimAnswer,
  type Standing,
} from "#lib/articles/read-claim-at";
import { isSameValue } from "#lib/articles/same-value";
import type { CheckedClaim } from "#lib/articles/check-claim";
import { fixOfPart } from "#lib/articles/contradiction";
import { worstOf } from "#lib/articles/judge-claim";
import type { Sentence } from "#lib/articles/mark";
import { isSupported } from "#lib/claims/judgement";
import { printExpression } from "#lib/expressions/print";
import type { Cell, VintageDate } from "#lib/series/observation";
import type { Place } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { findMends, type Mend } from "./claim-mends.ts";
import type { Outcome } from "./desk-outcome.ts";
import { findMoved, type MovedCell } from "./moved-cells.ts";
import { namesDay } from "./names-day.ts";
import { whyClosed } from "./period-closed.ts";
import { valueInWords } from "./value-in-words.ts";

/** What one vintage says of a sentence. */
export interface DeskReading {
  readonly vintage: VintageDate;
  /** The value, unrounded; null when the vintage cannot answer. */
  readonly computed: string | null;
  /** The same rounded as the words print it. */
  readonly rounded: string | null;
  readonly standing: Standing;
  /** Why it cannot answer. */
  readonly why: string | null;
  /**
   * What would be true, where the words are not: `write "$1.63 trillion"`. Null where only an editor can tell, and of the older
   * vintage: what it would have had said then is nothing to write now.
   */
  readonly fix: string | null;
  /** The words that it contradicts, and what it says of them. */
  readonly mends: readonly Mend[];
}

/** One claim of an article between two vintages. Plain data: it may cross to a page or leave as JSON. */
export interface DeskEntry {
  readonly id: string;
  readonly at: Place;
  readonly sentence: Sentence;
  readonly expression: string;
  readonly outcome: Outcome;
  /** Whether its mark or its words name its vintage, and so is about that one whatever others say. */
  readonly pinned: boolean;
  readonly from: DeskReading;
  readonly to: DeskReading;
  /** The values that the words stand for; null where they name something, as a period. */
  readonly interval: string | null;
  readonly moved: readonly MovedCell[];
  /** Whether it is contradicted now, and names the vintage it was written at, by its day or month: of that one it is true. */
  readonly namesItsDay: boolean;
  /** Why the period is closed, why there is no comparison, or what to do where it names its own day. */
  readonly note: string | null;
}

/** What the desk asks of one article. */
export interface DeskSetting {
  readonly reader: SeriesReader;
  /** The vintage that the article was written at. */
  readonly written: VintageDate;
  readonly to: VintageDate;
  /** The first vintage that may answer for the older side, and those after it up to `to`, oldest first. */
  readonly candidates: readonly VintageDate[];
}

/** Reads one claim at the older and the newer vintage, and decides its outcome. */
export async function readEntry(checked: CheckedClaim, setting: DeskSetting): Promise<DeskEntry> {
  const { reader, written, to } = setting;
  const { claim } = checked;
  const expression = checked.parts.map(({ tree }) => printExpression(tree)).join("; ");
  const base = { id: claim.id, at: claim.at, sentence: claim.sentence, expression };
  if (checked.isPinned) {
    const reading = await toReading(checked, { parts: checked.parts }, checked.asOf, reader);
    const own = { from: reading, to: reading, interval: intervalOf(checked.parts), moved: [] };
    return { ...base, ...own, pinned: true, outcome: "same", namesItsDay: false, note: null };
  }
  const older = await firstAnswer(checked, setting);
  const newer = await answerClaimAt(checked, reader, to);
  const now = await toReading(checked, newer, to, reader);
  const then = await toReading(checked, older.answer, older.vintage, reader);
  const sides = { from: older.vintage === to ? now : { ...then, fix: null }, to: now };
  if ("why" in older.answer || "why" in newer) {
    const note = "why" in newer ? newer.why : noOlder(older, to);
    return {
      ...base,
      ...sides,
      pinned: false,
      outcome: "unanswered",
      interval: null,
      moved: [],
      namesItsDay: false,
      note,
    };
  }
  const [before, after] = [older.answer.parts, newer.parts];
  const closed = await whyClosed({ ...checked, parts: after }, reader, written, to);
  const cells = [before, after].map(cellsOf);
  const isSame = before.every(({ judgement }, at) =>
    isSameValue(judgement.evaluation.value, after[at]?.judgement.evaluation.value),
  );
  const outcome = outcomeOf(sides.from.standing, sides.to.standing, isSame, closed !== null);
  const periods = checked.cells.map(({ period }) => period);
  const namesItsDay =
    written < to && sides.to.mends.length > 0 && namesDay(claim.sentence, written, periods);
  return {
    ...base,
    ...sides,
    to: namesItsDay ? { ...sides.to, fix: null } : sides.to,
    pinned: false,
    outcome,
    interval: intervalOf(after),
    moved: await findMoved(
      { vintage: older.vintage, cells: cells[0] ?? [] },
      { vintage: to, cells: cells[1] ?? [] },
      reader,
    ),
    namesItsDay,
    note: namesItsDay
      ? `It names the vintage it was written at, and is true of it: keep it there with asOf="${written}" on the claim`
      : closed,
  };
}

/** The oldest of the candidates that can answer; when none can, the first with its reason. */
async function firstAnswer(
  checked: CheckedClaim,
  { reader, candidates, to }: DeskSetting,
): Promise<{ vintage: VintageDate; answer: ClaimAnswer }> {
  let refused: { vintage: VintageDate; answer: ClaimAnswer } | undefined;
  for (const vintage of candidates) {
    // From memory all this is one turn of the event loop; others are to be answered in between.
    await setImmediate();
    const answer = await answerClaimAt(checked, reader, vintage);
    if (!("why" in answer)) return { vintage, answer };
    refused ??= { vintage, answer };
  }
  return refused ?? { vintage: to, answer: await answerClaimAt(checked, reader, to) };
}

function noOlder(older: { answer: ClaimAnswer }, to: VintageDate): string {
  const why = "why" in older.answer ? `: ${older.answer.why}` : "";
  return `No vintage before ${to} can answer${why}`;
}

async function toReading(
  checked: CheckedClaim,
  answer: ClaimAnswer,
  vintage: VintageDate,
  reader: SeriesReader,
): Promise<DeskReading> {
  if ("why" in answer) {
    const { why } = answer;
    const none = { computed: null, rounded: null, fix: null, mends: [] };
    return { vintage, ...none, standing: "unanswered", why };
  }
  const { parts } = answer;
  const { claim } = checked;
  const wrong = parts.filter(({ judgement }) => !isSupported(judgement));
  const found = await Promise.all(wrong.map((part) => fixOfPart(claim, part, reader)));
  const fixes = found.flatMap((fix) => fix ?? []);
  return {
    vintage,
    computed: computedOf(parts),
    rounded: parts
      .map(({ saying, judgement }) => valueInWords(saying, judgement.evaluation.value))
      .join("; "),
    standing: worstOf(parts),
    why: null,
    fix: fixes.length === 0 ? null : fixes.join("; "),
    mends: await findMends(claim.sentence.claim, parts, reader),
  };
}

/** Contradicted words are told before all else; a closed period before a value that still rounds the same. */
function outcomeOf(from: Standing, to: Standing, isSame: boolean, isClosed: boolean): Outcome {
  if (from === "flipped" || to === "flipped") return "flips";
  if (from === "drifted" || to === "drifted") return "drifts";
  if (isClosed) return "closed";
  return isSame ? "same" : "rounds";
}

function intervalOf(parts: CheckedClaim["parts"]): string | null {
  const intervals = parts.flatMap(({ judgement }) => judgement.interval ?? []);
  return intervals.length === 0 ? null : intervals.join("; ");
}

function cellsOf(parts: CheckedClaim["parts"]): Cell[] {
  return parts.flatMap(({ judgement }) => judgement.evaluation.cells);
}
