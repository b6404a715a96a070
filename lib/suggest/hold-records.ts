import type { FoundFigure, Proposal } from "./found-figure.ts";
import { judgeRecord, type JudgedRecord, type RecordWords } from "./judge-record.ts";
import type { KnownSeries } from "./named-series.ts";
import type { Held } from "./named-reading.ts";
import { noteOf, outcomeOf } from "./outcome.ts";
import { anchorOf, type ReadFigure } from "./record-anchor.ts";
import type { ReadPart } from "./read-text.ts";
import { unsure } from "./unsure.ts";

/** "Bought a record $742.5 billion": a record that is said within the words of an amount. */
const inner =
  /\b(?:an? |the )?(?<words>record(?: (?<low>low))?)(?: (?:high|peak|level|total|net|sum|of|about|some|nearly|almost))* $/u;

/**
 * The records of a part, held against the amounts that they are said of: the amount says whose and when, and its series shows
 * whether it is one. An amount of a record that is none is contradicted with it where the two are one saying: "a record $9.4
 * trillion".
 */
export async function holdRecords(
  read: readonly ReadFigure[],
  part: ReadPart,
  known: readonly KnownSeries[],
  held: Held,
): Promise<FoundFigure[]> {
  const found = new Map<ReadFigure, FoundFigure>();
  for (const sentence of part.sentences) {
    const own = read.filter(({ said }) => sentence.said.includes(said));
    for (const one of own) {
      const { said, figure } = one;
      if (said.sense !== "record") continue;
      const anchor = anchorOf(said, own, sentence, part);
      if (anchor === null) continue;
      const words: RecordWords = { ...said, text: figure.text };
      const judged = await judgeRecord(words, anchor.amount, known, held);
      if (judged !== null) found.set(one, asRecord(figure, judged));
      else if (anchor.isTied && figure.outcome !== "unknown") {
        found.set(one, unsure(figure, "Nothing is sure to be the amount that the record is of"));
      }
      if (anchor.isTied && judged?.why) {
        found.set(anchor.amount, asNoRecord(anchor.amount.figure, figure.text, judged));
      }
    }
    for (const one of own) {
      const { said, figure } = one;
      const before = part.readable.text.slice(sentence.start, said.figure.start);
      const { words, low } = inner.exec(before)?.groups ?? {};
      const isApart = own.some(
        (other) => other.said.sense === "record" && other.said.figure.end <= said.figure.start,
      );
      if (words === undefined || isApart || said.sense === "record") continue;
      const record: RecordWords = {
        text: words,
        extreme: low === undefined ? "highest" : "lowest",
        accepts: { type: "record", since: null, place: 1 },
      };
      const judged = await judgeRecord(record, one, known, held);
      if (judged?.why) found.set(one, asNoRecord(figure, words, judged));
    }
  }
  return read.map((one) => found.get(one) ?? one.figure);
}

function asRecord(figure: FoundFigure, { why, proposal }: JudgedRecord): FoundFigure {
  const proposals: Proposal[] = [{ ...proposal, said: figure.said }];
  if (why === null) {
    const [outcome, note] = [outcomeOf(proposals, null), noteOf(figure.text, proposals, null)];
    return { ...figure, outcome, proposals, note };
  }
  const note = `The words say “${figure.text}” of “${titleOf(proposal)}”, and ${why} (as of ${proposal.asOf}).`;
  return { ...figure, outcome: "contradicted", proposals, note };
}

function asNoRecord(figure: FoundFigure, words: string, judged: JudgedRecord): FoundFigure {
  const { why, proposal } = judged;
  const [best] = figure.proposals;
  return {
    ...figure,
    outcome: "contradicted",
    isRight: true,
    proposals: [{ ...proposal, said: figure.said }],
    note: `The amount is right (${best?.computed ?? figure.text}), and no “${words}”: ${why ?? ""} (“${titleOf(proposal)}”, as of ${proposal.asOf}).`,
  };
}

function titleOf({ reasons }: Proposal): string {
  return reasons.at(-1) ?? "";
}
