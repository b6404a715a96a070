import type { VintageDate } from "#lib/series/observation";
import { formatPeriod } from "#lib/series/format";
import type { SeriesReader } from "#lib/series/reader";
import { givesAt, readPrinted } from "./label-value.ts";
import { questionOf, readRests, type Label, type LabelledText } from "./truth.ts";

/** Every so many releases one is made. */
const every = 4;

/** The lines that the prose of a release is about. */
const lines = [3, 4, 9, 16, 19, 21, 22, 23, 29, 30, 31, 32] as const;
type Line = (typeof lines)[number];

/** A figure of a line, and words that its sign decides: `up` where it is above 0. */
type Piece = string | Line | { readonly of: Line; readonly up: string; readonly down: string };

const trade = (of: Line) => ({ of, up: "purchases", down: "sales" });
const move = (of: Line) => ({ of, up: "increased", down: "decreased" });
const flow = (of: Line) => ({ of, up: "inflows", down: "outflows" });
const minus = (of: Line) => ({ of, up: "", down: "negative " });

/** Some pieces in a row, to be read as the sentence that they make. */
const say = (...pieces: readonly Piece[]) => pieces;

/** As the Treasury wrote until 2011; a figure below 0 is called negative. */
const early: readonly Piece[] = [
  ...say("Net foreign purchases of long-term securities were ", minus(19), 19),
  ...say(".\n\n- Net foreign purchases of long-term U.S. securities were ", minus(3), 3),
  ...say(". Of this, net purchases by private foreign investors were ", minus(4), 4),
  ...say(", and net purchases by foreign official institutions were ", minus(9), 9),
  ...say(".\n\n- U.S. residents ", { of: 16, up: "sold", down: "purchased" }, " a net ", 16),
  ...say(" of long-term foreign securities.\n\nNet foreign acquisition of long-term securities, "),
  ...say("taking into account adjustments, is estimated to have been ", minus(21), 21),
  ...say(
    ".\n\nForeign holdings of dollar-denominated short-term U.S. securities, including Treasury ",
  ),
  ...say(
    "bills, and other custody liabilities ",
    move(22),
    " ",
    22,
    ". Foreign holdings of Treasury ",
  ),
  ...say(
    "bills ",
    move(23),
    " ",
    23,
    ".\n\nBanks’ own net dollar-denominated liabilities to foreign ",
  ),
  ...say("residents ", move(29), " ", 29, ".\n\nMonthly net TIC flows were ", minus(30), 30),
  ...say(". Of this, net foreign private flows were ", minus(31), 31),
  ...say(", and net foreign official flows were ", minus(32), 32, ".\n"),
];

/** As it has written since; the noun or the verb says the side. */
const late: readonly Piece[] = [
  ...say("The sum total of all net foreign acquisitions of long-term securities, short-term U.S. "),
  ...say("securities, and banking flows was a net TIC ", { of: 30, up: "inflow", down: "outflow" }),
  ...say(" of ", 30, ". Of this, net foreign private ", flow(31), " were ", 31),
  ...say(", and net foreign official ", flow(32), " were ", 32, ".\n\nForeign residents ", move(3)),
  ...say(
    " their holdings of long-term U.S. securities; net ",
    trade(3),
    " were ",
    3,
    ". Net ",
    trade(4),
  ),
  ...say(" by private foreign investors were ", 4, ", while net ", trade(9)),
  ...say(" by foreign official institutions were ", 9, ".\n\nU.S. residents "),
  ...say({ of: 16, up: "decreased", down: "increased" }),
  ...say(" their holdings of long-term foreign securities, with net "),
  ...say({ of: 16, up: "sales", down: "purchases" }, " of ", 16),
  ...say(".\n\nTaking into account transactions in both foreign and U.S. securities, net foreign "),
  ...say(
    trade(19),
    " of long-term securities were ",
    19,
    ". After including adjustments, such as ",
  ),
  ...say(
    "estimates of unrecorded principal payments to foreigners on U.S. asset-backed securities, ",
  ),
  ...say(
    "overall net foreign ",
    trade(21),
    " of long-term securities are estimated to have been ",
    21,
  ),
  ...say(".\n\nForeign residents ", move(23), " their holdings of U.S. Treasury bills by ", 23),
  ...say(
    ". Foreign resident holdings of all dollar-denominated short-term U.S. securities and other ",
  ),
  ...say("custody liabilities ", move(22), " by ", 22, ".\n\nBanks’ own net dollar-denominated "),
  ...say("liabilities to foreign residents ", move(29), " by ", 29, ".\n"),
];

/**
 * Releases that nobody has kept, in the Treasury's words of their time, with the figures of their own vintage: what is
 * read right in nine samples may have been made for these.
 */
export async function makeReleases(
  reader: SeriesReader,
  newest: VintageDate,
): Promise<LabelledText[]> {
  const texts: LabelledText[] = [];
  for (const [index, { date }] of (await reader.vintages("press")).entries()) {
    if (index % every !== 0) continue;
    const read = await reader.read(lines.map(keyOf), date);
    const period = read.get(keyOf(3))?.at(-1)?.period;
    if (period === undefined) continue;
    const values = new Map(
      lines.map((line) => [line, read.get(keyOf(line))?.at(-1)?.value ?? "0"] as const),
    );
    // Of nothing it cannot be said which way it went.
    if ([...values.values()].some((value) => Number(value) === 0)) continue;
    let text = `Treasury International Capital (TIC) data for ${formatPeriod(period)} are released today, ${date}.\n\n`;
    const labels: Label[] = [];
    for (const piece of date < "2012" ? early : late) {
      if (typeof piece === "string") text += piece;
      else if (typeof piece === "number") {
        const figure = `$${(values.get(piece) ?? "").replace("-", "")} billion`;
        const tree = readRests(`at(${keyOf(piece)}, ${period})`);
        const isNow = await givesAt(tree, readPrinted(figure), reader, newest);
        const [start, end] = [text.length, text.length + figure.length];
        const outcome = isNow ? "supported" : "drifted";
        labels.push({ start, end, text: figure, rests: [questionOf(tree)], outcome });
        text += figure;
      } else text += (values.get(piece.of) ?? "").startsWith("-") ? piece.down : piece.up;
    }
    const labelled = { start: 0, end: text.length };
    texts.push({ name: `made ${date}`, text, labelled, labels });
  }
  return texts;
}

function keyOf(line: Line): string {
  return `press.line-${line}`;
}
