import { mirrored } from "./interval.ts";
import { endsPhrase, isAsked, sideOfZero } from "./read-direction.ts";
import { createReading, partOf, valuesIn, type Reading } from "./reading.ts";
import { readSize, type Size } from "./read-size.ts";
import { sideWords, type SideWord } from "./side-words.ts";
import { wordAt, type Token } from "./word-token.ts";

const inBetween = 10;

/** "bought", "sold a net $80.7 billion", "net sales of long-term securities in 2025 were $208.1 billion", "took off". */
export function readSide(tokens: readonly Token[], at: number): Reading | null {
  const isTakenOff =
    /^(?:took|taken|takes)$/.test(wordAt(tokens, at)) && wordAt(tokens, at + 1) === "off";
  const entry = isTakenOff ? sideWords.get("subtracted") : sideWords.get(wordAt(tokens, at));
  if (entry === undefined) return null;
  const end = isTakenOff ? at + 2 : at + 1;
  const before = wordAt(tokens, at - 1);
  const word = partOf("direction", tokens, at, end);
  const size = entry.form === "sign" ? null : amountBehind(tokens, end);
  // Gross sales are counted as they are, above 0.
  if (size && before === "gross") {
    return sideReading({ ...entry, side: "bought" }, size, [word, ...size.parts], size.end);
  }
  if (size) return sideReading(entry, size, [word, ...size.parts], size.end);
  if (entry.form === "part") return null;
  const isMeasure = entry.form === "noun" && (entry.side === "bought" || before !== "net");
  return createReading({
    end,
    sense: "side",
    needs: entry.form === "sign" ? null : "flow",
    accepts: valuesIn(sideOfZero(entry.side === "bought" ? "up" : "down"), "any"),
    parts: [word],
    // "Net purchases" is the name of what is measured, whatever its sign.
    isWeak: isMeasure,
    isGeneric: isMeasure || isAsked(tokens, at) || isGenericForm(entry, before),
  });
}

function isGenericForm({ form }: SideWord, before: string): boolean {
  if (form === "sign") return !/^(?:is|are|was|were|been|turned|became|remained)$/.test(before);
  if (form === "party") return before !== "net";
  if (form === "gerund") return !/^(?:is|are|was|were|been|be|net)$/.test(before);
  return form === "base";
}

/** A flow of a size, its sign turned for what was sold. */
export function sideReading(
  { side, form }: SideWord,
  size: Size,
  parts: Reading["parts"],
  end: number,
): Reading {
  return createReading({
    end,
    sense: "side",
    needs: form === "part" ? null : "flow",
    accepts: valuesIn(side === "sold" ? mirrored(size.interval) : size.interval, size.dimension),
    hedge: size.hedge,
    printed: size.printed,
    parts,
    // "Net purchases were $5 billion" names the measure; "net sales" would say that it is below 0.
    isGeneric: form === "noun" && side === "bought",
  });
}

/** The amount that a side word is about, with few words in between: "sold Treasury bonds worth $5 billion". */
function amountBehind(tokens: readonly Token[], start: number): Size | null {
  for (let at = start; at < start + inBetween; at += 1) {
    const size = readSize(tokens, at);
    // "46 percent of purchases" is a share of them.
    if (size) return size.dimension === "USD" || size.dimension === "number" ? size : null;
    const token = tokens[at];
    if (token === undefined || token.kind === "mark" || token.kind === "amount") return null;
    if (token.kind === "word" && endsPhrase(token.word)) return null;
  }
  return null;
}
