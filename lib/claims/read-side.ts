import { mirrored } from "./interval.ts";
import { endsPhrase, isAsked, sideOfZero } from "./read-direction.ts";
import { createReading, partOf, valuesIn, type Reading, type Refusal } from "./reading.ts";
import { readSize, type Size } from "./read-size.ts";
import { moneyBeside, sidePhraseAt } from "./side-phrases.ts";
import { sideWords, type SideWord } from "./side-words.ts";
import { wordAt, type Token } from "./word-token.ts";

const inBetween = 10;

/** "bought", "sold a net $80.7 billion", "net sales of long-term securities in 2025 were $208.1 billion", "took off". */
export function readSide(tokens: readonly Token[], at: number): Reading | Refusal | null {
  const said = readGain(tokens, at) ?? readSidePhrase(tokens, at);
  if (said !== null) return said;
  const entry = sideWords.get(wordAt(tokens, at));
  if (entry === undefined) return null;
  const end = at + 1;
  const before = wordAt(tokens, at - 1);
  const word = partOf("direction", tokens, at, end);
  const size = entry.form === "sign" ? null : amountBehind(tokens, end);
  // Gross sales are counted as they are, above 0.
  if (size && isGross(tokens, at, size.end)) {
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

/** "Gross foreign sales of $5 billion", "sold a gross $5 billion", "sold $5 billion gross". */
function isGross(tokens: readonly Token[], at: number, end: number): boolean {
  const isOfAll = /^(?:foreign|monthly|annual|total)$/.test(wordAt(tokens, at - 1));
  if (wordAt(tokens, isOfAll ? at - 2 : at - 1) === "gross") return true;
  return tokens.slice(at + 1, end + 1).some((_, step) => wordAt(tokens, at + 1 + step) === "gross");
}

/** "Gained $5 billion in value" is a gain by itself; without "in value" it is a change from an earlier time. */
function readGain(tokens: readonly Token[], at: number): Reading | null {
  const word = wordAt(tokens, at);
  if (!/^(?:gain(?:s|ed|ing)?|lost|los(?:es?|ing))$/.test(word)) return null;
  const size = amountBehind(tokens, at + 1);
  if (size === null || wordAt(tokens, size.end) !== "in") return null;
  if (wordAt(tokens, size.end + 1) !== "value") return null;
  const side = word.startsWith("gain") ? "bought" : "sold";
  const parts = [partOf("direction", tokens, at, at + 1), ...size.parts];
  return sideReading({ side, form: "part" }, size, parts, size.end + 2);
}

/** "poured $5 billion into", "pulled out of Treasuries", "wiped $5 billion off". */
function readSidePhrase(tokens: readonly Token[], at: number): Reading | Refusal | null {
  const found = sidePhraseAt(tokens, at);
  if (found === null) return null;
  const { phrase, end } = found;
  const word = partOf("direction", tokens, at, end);
  const size = phrase.beside.includes("amount") ? amountBehind(tokens, end) : null;
  const { side, needs } = phrase;
  if (size) {
    const reading = sideReading({ side, form: "part" }, size, [word, ...size.parts], size.end);
    return { ...reading, needs };
  }
  const about = moneyBeside(phrase, tokens, at, end);
  if (about === null) return refuseTakeOff(tokens, at, end);
  return createReading({
    end: about,
    sense: "side",
    needs,
    accepts: valuesIn(sideOfZero(side === "bought" ? "up" : "down"), "any"),
    parts: [word],
    isGeneric: isAsked(tokens, at) || isSupposed(tokens, at),
  });
}

/** "To flee stocks", "they may shun bonds": said of nobody. */
function isSupposed(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:shun|flee)$/.test(wordAt(tokens, at)) &&
    /^(?:to|or|may|might|can|could|would|will|should|must)$/.test(wordAt(tokens, at - 1))
  );
}

/** "Purchases took off" is a rise, and "took off $5 billion" a loss. */
function refuseTakeOff(tokens: readonly Token[], at: number, end: number): Refusal | null {
  const isOfMoney =
    /^(?:prices|purchases|buying|demand|stocks|equities|bonds|holdings|sales|selling|flows|inflows|yields)$/;
  if (wordAt(tokens, end - 1) !== "off" || !isOfMoney.test(wordAt(tokens, at - 1))) return null;
  return { end, refusal: { reason: "may be a rise or a loss", fix: 'write "rose" or "fell"' } };
}

function isGenericForm({ form }: SideWord, before: string): boolean {
  if (form === "sign") return !/^(?:is|are|was|were|been|turned|became|remained)$/.test(before);
  if (form === "party") return before !== "net";
  if (form === "gerund") return !/^(?:is|are|was|were|been|be|net)$/.test(before);
  return form === "base";
}

/** A flow of a size, its sign turned for what was sold. */
export function sideReading(
  { side, form }: Pick<SideWord, "side" | "form">,
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
