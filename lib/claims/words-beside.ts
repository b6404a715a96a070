import { unturned, withoutVintage } from "#lib/expressions/bare";
import { nodesOf, type Expression } from "#lib/expressions/tree";
import { findComparingWords } from "./comparing-words.ts";
import { hedgePhrases, postfixHedges } from "./hedge-words.ts";
import { findOtherSteps } from "./other-steps.ts";
import { phraseAt } from "./phrase-table.ts";
import { notApart } from "./rate-words.ts";
import type { SeriesOf } from "./claim-shape.ts";
import type { Trouble } from "./read-sayings.ts";
import type { Saying } from "./saying.ts";
import { readTokens } from "./word-token.ts";

/** The words of a claim and what its sentence has on both sides. */
interface Surroundings {
  readonly before: string;
  readonly claim: string;
  readonly after: string;
}

/** No further back than the words of a figure reach. */
const near = 60;

/** Words that leave open whether what stands behind them is so. The data settle it. */
const unsure =
  /(?<![\p{L}'\u2019-])(?:(?:un)?likely(?! to)|probably|perhaps|possibly|maybe|reportedly|supposedly|presumably|apparently|seemingly|ostensibly|purportedly|arguably|(?:said|thought|believed|reported|claimed|rumou?red|understood|suspected) to (?:have|be)|(?:may|might|could|must) (?:well )?(?:have|be))(?![\p{L}'\u2019-])(?<behind>,?[^.,;:!?()\u2014]{0,60})$/iu;
/** Who asks whether something is so says it of nothing: "Were its holdings $5 billion? No." */
const question =
  /^[\s"\u201c(]*(?:is|are|was|were|did|do|does|has|have|had|can|could|would|will|should)(?!\p{L})/iu;
const unsureBehind =
  /^[^.;:!?()]{0,60}(?:, (?:(?:a|one) (?:lie|myth|hoax)|or so (?:it|they|some)|if (?:the )?(?:reports?|rumou?rs?) )|(?<!\p{L})(?:reportedly|allegedly|supposedly|purportedly)(?!\p{L}))/iu;
/** Behind one of these another thing is told. */
const newClause =
  /(?<!\p{L})(?:and|but|while|because|since|although|though|yet|which|who|whereas|than|as)(?!\p{L})/iu;

/** Words at once before a figure that set it off from the thing told, and are in no list of hedges. */
const setOff =
  /(?<!\p{L})(?:miss(?:ed|es|ing)?|beat(?:s|en|ing)?|shy of|nowhere (?:near|close to)|far (?:from|off)|(?:a )?(?:fraction|multiple) of|back (?:at|to|above|below)|(?:half|twice|double|triple|thrice|quadruple)(?: of)?) $/iu;

/** A verb that brings something to a figure and is in no list: "shrivelled to". These say nothing of a change. */
const broughtTo = /(?<!\p{L})(?<verb>\p{L}{2,}ed|bled|stuck|frozen|shot) (?:to|at) $/iu;
const neutral =
  /^(?:add|amount|total|totall|summ|round|compar|limit|chang|mov|turn|return|equat|revis|correct|restat|updat|amend|estimat|valu|pric|stand|clos|end|finish|start|open|stay|remain|land|arriv|settl|need|hop|us|relat|report|print|publish|record|gu?ess|tall|reckon|count|look|point|mark|fix|list|own|calculat|comput|assess|peg|pegg|quot|reach|mention|attribut|assign|link|allocat|direct|address|transferr|agreed?|expect|suppos|set|bid|invit|cit|peak|crest|increas|decreas|lift|rais|lower|stat)ed$/iu;

/** A rank is among those held here, a record of one series. */
const beyond =
  /^[^.,;:!?()]{0,60}?(?<!\p{L})(?:in (?:each|every) (?:of|year|month|quarter)|in the world|worldwide|anywhere|in history|(?:for|of|in|by) any (?:class|country|holder|buyer|series|market)|on earth)(?!\p{L})/iu;

/** Words that name a share, or stand for one that was named. */
const ofShare =
  /(?<!\p{L})(?:shares?|proportions?|portions?|parts?|percentages?(?![ -]points?)|percent|weights?|ratios?|fractions?|it|its|that|this|which)(?!\p{L})/iu;

/** Of which time a figure is: "$5 billion a day". What else is done to it is in `lib/nouns/find-modifiers.ts`. */
const rate = new RegExp(
  String.raw`^ (?<words>daily|weekly|hourly|nightly|(?:a|per|every|each) (?:day|week|hour))(?!\p{L})${notApart}`,
  "iu",
);

const inTurn = /(?<!\p{L})respectively(?!\p{L})/iu;

/** "The former held": nothing near the figure names whose it is. */
const byPlace =
  /(?<!\p{L})(?<words>the (?:former|latter))(?:['\u2019]s)?(?= ?(?:$|,|had|has|have|held|holds|hold|was|were|is|are|being|with|at|by|to|only|just|an?|of|bought|sold|purchased|came|stood|rose|fell|owned|owns))[^.;:!?]{0,80}$/iu;

/**
 * What stands outside a mark and would change what it says, or leave it open: "well below", "reportedly", "apiece", "the
 * latter". Words of size and side belong into the mark, where they are held against the value. Problem: `words-beside`.
 */
export function findBesideTrouble(
  { before, claim, after }: Surroundings,
  saying: Saying | null,
  tree: Expression,
  seriesOf: SeriesOf,
): Trouble | null {
  const asked = /\?["\u201d\u2019)]*$/u.test(after) ? question.exec(before)?.[0].trim() : undefined;
  const open = asked ?? unsureBefore(before) ?? unsureBehind.exec(after)?.[0].trim();
  if (open !== undefined) {
    return beside(open, claim, "leaves open what the data settle", "say it without these words");
  }
  const place =
    byPlace.exec(before)?.groups?.["words"] ?? inTurn.exec(`${before}${claim}${after}`)?.[0];
  if (place !== undefined) {
    const fix = "write the name beside its own figure";
    return beside(place.trim(), claim, "names nothing near the claim", fix);
  }
  if (saying === null) return null;
  const share = findShareTrouble({ before, claim, after }, saying, tree);
  if (share !== null) return share;
  const whole = /^(?:rank|record)$/u.test(saying.sense)
    ? beyond.exec(after)?.[0].trim()
    : undefined;
  if (whole !== undefined) {
    return beside(whole, claim, "says more than the expression looks at", "leave it out");
  }
  const hedge = hedgeBeside(before, after, claim, saying);
  if (hedge !== null) return beside(hedge, claim, "is not read", "move the word into the claim");
  const isAmount = /^(?:amount|side|change)$/u.test(saying.sense);
  const often = isAmount && isLast(saying, claim) ? rate.exec(after)?.groups?.["words"] : undefined;
  if (often !== undefined && !isDivided(tree)) {
    return beside(often, claim, "makes another figure of it", "leave it out");
  }
  const total = isLast(saying, claim) ? outOfBehind.exec(after)?.[0].trim() : undefined;
  if (saying.sense === "count" && total !== undefined) {
    return beside(total, claim, "is not read", "move the words into the claim");
  }
  return findOtherSteps(claim, after, tree, seriesOf);
}

/** What a difference of two shares is said of: of the share, by so many points, and it is no share itself. */
function findShareTrouble(
  { before, claim, after }: Surroundings,
  { printed, end }: Saying,
  tree: Expression,
): Trouble | null {
  const node = unturned(withoutVintage(tree));
  if (printed?.isPoints !== true || node.kind !== "binary" || node.operator !== "-") return null;
  if (end === claim.length && /^ of (?!growth|a (?:point|percent))/u.test(after)) {
    return beside(
      "of",
      claim,
      "makes a share of a difference of two",
      "say that it changed by so much",
    );
  }
  if (node.left.kind !== "share" || ofShare.test(`${before}${claim}${after}`)) return null;
  return {
    kind: "words-beside",
    message: `"${claim}" is how a share changed, and its sentence names no share`,
    fix: 'say what changed: "the share of stocks"',
  };
}

/** What is divided by a number may be the part of a day. */
function isDivided(tree: Expression): boolean {
  return [...nodesOf(tree)].some(
    (node) => node.kind === "binary" && node.operator === "/" && node.right.kind === "number",
  );
}

function unsureBefore(before: string): string | undefined {
  const found = unsure.exec(before);
  if (!found || newClause.test(found.groups?.["behind"] ?? "")) return undefined;
  return found[0].trim();
}

/** A hedge that touches the figure from outside; "about" makes it weaker only. */
function hedgeBeside(before: string, after: string, claim: string, saying: Saying): string | null {
  const { sense, start, printed } = saying;
  const isFigure = sense === "amount" || (sense === "ratio" && printed !== null);
  if (!isFigure) return null;
  if (start === 0) {
    const head = before.slice(-near);
    const tokens = / $/u.test(head) ? readTokens(head) : [];
    for (const [at, token] of tokens.entries()) {
      const found = phraseAt(hedgePhrases, tokens, at);
      if (found?.end === tokens.length && found.value !== "near")
        return head.slice(token.start).trim();
    }
    const off = setOff.exec(head)?.[0] ?? verbBefore(head);
    if (off !== undefined) return off.trim();
  }
  if (!isLast(saying, claim)) return null;
  const behind = readTokens(after.slice(0, near));
  const postfix = /^ /u.test(after) ? phraseAt(postfixHedges, behind, 0) : null;
  const end = postfix === null ? undefined : behind[postfix.end - 1]?.end;
  return postfix === null || postfix.value === "near" ? null : after.slice(0, end).trim();
}

/** A verb that may say a change; those that are read as one are found as words without a mark. */
function verbBefore(head: string): string | undefined {
  const found = broughtTo.exec(head);
  const verb = found?.groups?.["verb"] ?? "";
  if (!found || neutral.test(verb) || findComparingWords(verb).length > 0) return undefined;
  return found[0];
}

function isLast({ end }: Saying, claim: string): boolean {
  return end === claim.length;
}

/** How many there are in all belongs to the count: "nine" of "nine of ten months". */
const outOfBehind = /^ (?:out )?of (?:the )?\p{L}+ (?:days|weeks|months|quarters|years)(?!\p{L})/iu;

function beside(words: string, claim: string, what: string, fix: string): Trouble {
  return { kind: "words-beside", message: `"${words}" by "${claim}" ${what}`, fix };
}
