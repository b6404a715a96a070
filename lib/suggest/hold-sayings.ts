import type { FoundFigure } from "./found-figure.ts";
import type { ReadPart } from "./read-text.ts";
import { unsure } from "./unsure.ts";

/** What is denied, expected or supposed is not said to be so. */
const denial =
  /\b(?:not(?! (?:only|just|least|seasonally)\b)|never|no longer|\p{L}+n['’]t|(?:false|untrue|wrong|incorrect|a myth) (?:that|to)|nobody|no one|none|neither|nor|(?:no|few)(?: \p{L}+)? (?:believes?|thinks?|says?|said)|(?:fail|refus)(?:ed|e?s)? to(?= [^,;]*$)|falsely|wrongly|mistakenly|incorrectly|doubt(?:s|ed|ful)? (?:that|whether)|unlikely (?:that|to)|denied|deny|denies|expected|expects?|forecasts?|predicted|projected|supposed|hoped|would|could|might|will|if|unless)\b/iu;

/** The same behind a figure: ", which is wrong", "turned out to be false". */
const denialBehind =
  /\b(?:is|are|was|were|be|proved)(?: \p{L}+)? (?:wrong|false|untrue|incorrect|mistaken|a myth)\b|\b(?:is|are|was|were)(?: not|n['’]t) (?:\p{L}+ )?(?:true|so|right|correct|the case)\b/iu;

/** What is said to be gross is not what sales leave of purchases. */
const gross = /\b(?:gross|before (?:deducting|subtracting|taking off) \p{L}+)\b(?!.*\bnet\b)/iu;

/** In front of an amount that is not what is told, but what it is measured by; "twice the $308.3 billion of 2024" tells it too. */
const partly = /\b(?:half|a third|a quarter|twice|double|times|nowhere near)(?: of)? $/iu;

/** What is said of every month is not said by the figure of one, or by their sum. */
const eachTime = /\b(?:in|during|for|of) (?:each|every|any)(?: single)? (?:month|quarter|year)\b/iu;

/** An area that is not counted in. */
const except =
  /\b(?:[Ee]xcluding|[Ee]xcept(?: for)?|[Oo]ther than|[Aa]part from|[Ww]ithout|[Nn]ot counting|[Ll]eaving out)(?: the)? \p{Lu}\p{L}+/u;

/** A sentence that says nothing but that of the one before it. */
const shortSaying = /^(?:that|this|it)\b.{0,30}$/iu;

/** What stands further from a figure than this is not said of it. */
const reach = 400;

/** The figures of a part, held against what is said of them: that they are so, and that they are gross. */
export function holdSayings(figures: readonly FoundFigure[], part: ReadPart): FoundFigure[] {
  const { readable, sentences, start: offset } = part;
  const places = figures.map((figure) => ({
    start: readable.fromSource(figure.start - offset),
    end: readable.fromSource(figure.end - offset),
  }));
  return figures.map((figure, at) => {
    const place = places[at];
    const sentence = sentences.find(
      ({ start, end }) => place !== undefined && start <= place.start && place.start < end,
    );
    if (place === undefined || sentence === undefined || figure.outcome === "unknown") {
      return figure;
    }
    const clause = sentence.clauses.find(
      ({ start, end }) => start <= place.start && place.start < end,
    );
    const from = Math.max(clause?.start ?? sentence.start, place.start - reach);
    const before = readable.text.slice(from, place.start);
    const next = sentences[sentences.indexOf(sentence) + 1]?.text ?? "";
    const behind = [
      readable.text.slice(place.end, Math.min(sentence.end, place.end + reach)),
      ...(shortSaying.test(next.trim()) ? [next] : []),
    ].join(" ");
    const denied = denial.exec(before)?.[0] ?? denialBehind.exec(behind)?.[0];
    if (denied !== undefined) {
      return unsure(figure, `The words do not say that it is so (“${denied}”)`);
    }
    if (figure.outcome === "contradicted") return figure;
    const own = /^[^;:]*?(?=[;:]|\$?\d[\d.,]* (?:percent|million|billion|trillion)|$)/iu.exec(
      behind,
    )?.[0];
    if ((gross.test(before) || gross.test(own ?? "")) && isNet(figure)) {
      return unsure(figure, "The words say “gross”, and what gives the figure is net");
    }
    const part = partly.exec(before)?.[0] ?? eachTime.exec(`${before} … ${own ?? ""}`)?.[0];
    if (part !== undefined && isPlain(figure)) {
      return unsure(
        figure,
        `The words say “${part.trim()}”, and what gives the figure is not that`,
      );
    }
    const without = except.exec(sentence.text)?.[0];
    if (without !== undefined && isPlain(figure)) {
      return unsure(
        figure,
        `The words say “${without}”, and what gives the figure leaves out none`,
      );
    }
    return figure;
  });
}

/** A value or a sum as it is printed, with nothing taken from it. */
function isPlain({ proposals: [best] }: FoundFigure): boolean {
  return /^-?(?:at|sum)\([^()]*\)$/u.test(best?.expression ?? "");
}

function isNet({ proposals: [best] }: FoundFigure): boolean {
  return best?.evaluation.cells.some(({ key }) => key.split(".").includes("net")) ?? false;
}
