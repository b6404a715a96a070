import { shiftPeriod } from "#lib/series/period";
import { formatPeriod } from "#lib/series/format";
import type { FigureTable } from "./figure-table.ts";
import type { FoundFigure } from "./found-figure.ts";
import type { ReadPart } from "./read-text.ts";
import { unsure } from "./unsure.ts";

/** What is denied, expected or supposed is not said to be so. */
const denial =
  /\b(?:not(?! (?:only|just|least|seasonally)\b)|never|no longer|\p{L}+n['’]t|(?:false|untrue|wrong|incorrect|a myth) (?:that|to)|denied|deny|denies|expected|expects?|forecasts?|predicted|projected|supposed|hoped|would|could|might|will|if|unless)\b/iu;

const up =
  "rose|risen|rises|rising|climb(?:ed|s|ing)?|increas(?:ed|es|ing)|grew|grown|growing|jump(?:ed|s|ing)?|surg(?:ed|es|ing)|soar(?:ed|s|ing)?|advanc(?:ed|es|ing)|swell(?:ed|s|ing)?|edged up|went up|up";
const down =
  "fell|fallen|falls|falling|drop(?:ped|s|ping)?|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|slid|slump(?:ed|s|ing)?|slipped|shrank|shrunk|sank|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|edged down|went down|down";

/** "Rose by $0.4 billion to ", in front of what was reached. */
const reached = new RegExp(
  String.raw`\b(?:(?<up>${up})|(?:${down}))(?: (?!to )[^\s,;:()]+){0,5} to (?:an? )?(?:record |total |net |about |around |nearly |almost |roughly |some )*$`,
  "iu",
);

/** What a change is counted from, if not from the month before. */
const since =
  /\b(?:years?|decades?|quarters?|annual|since|over|after|from|compared|earlier|ago|than)\b|\b(?:19|20)\d\d\b(?=.*\b(?:19|20)\d\d\b)/iu;

/** The figures of a part, held against what is said of them: that they are so, and what they rose or fell to. */
export function holdSayings(
  figures: readonly FoundFigure[],
  part: ReadPart,
  table: FigureTable,
): FoundFigure[] {
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
    const before = readable.text.slice(clause?.start ?? sentence.start, place.start);
    const denied = denial.exec(before)?.[0];
    if (denied !== undefined) {
      return unsure(figure, `The words do not say that it is so (“${denied}”)`);
    }
    if (figure.outcome === "contradicted") return figure;
    if (/\bgross (?:of )?$/iu.test(before) && isNet(figure)) {
      return unsure(figure, "The words say “gross”, and what gives the figure is net");
    }
    const next = places[at + 1];
    const isFrom =
      next !== undefined &&
      next.start < sentence.end &&
      /\bfrom (?:[\p{L}-]+ ){0,3}$/u.test(readable.text.slice(place.end, next.start));
    const from = isFrom ? amountOf(figures[at + 1]) : null;
    const why = directionTrouble(figure, before, sentence.text, from, table);
    return why === null ? figure : unsure(figure, why);
  });
}

/** What is wrong with "rose to" or "fell to" in front of a figure; null for nothing. */
function directionTrouble(
  figure: FoundFigure,
  before: string,
  sentence: string,
  from: number | null,
  table: FigureTable,
): string | null {
  const match = reached.exec(before);
  const amount = amountOf(figure);
  const [best] = figure.proposals;
  if (match === null || amount === null || best === undefined) return null;
  const isUp = match.groups?.["up"] !== undefined;
  const isOther = (earlier: number) => (isUp ? amount <= earlier : amount >= earlier);
  const words = `The words say “${match[0].trim()}”`;
  if (from !== null) {
    return isOther(from) ? `${words}, and what it is counted from is on the other side` : null;
  }
  const [cell, ...others] = best.evaluation.cells;
  const isLevel = best.tree.kind === "at" && cell !== undefined && others.length === 0;
  if (!isLevel || since.test(sentence) || !/^\d{4}-\d\d$/u.test(cell.period)) return null;
  const month = shiftPeriod(cell.period, -1);
  const now = table.sumAt([{ key: cell.key, period: cell.period, times: 1 }], best.asOf);
  const then = table.sumAt([{ key: cell.key, period: month, times: 1 }], best.asOf);
  if (now === null || then === null) return null;
  const isSo = isUp ? now > then : now < then;
  if (isSo) return null;
  const done = now === then ? "did not change" : now < then ? "fell" : "rose";
  return `${words}, and from ${formatPeriod(month)} on it ${done}`;
}

/** What the best proposal of a figure comes to. */
function amountOf(figure: FoundFigure | undefined): number | null {
  const value = figure?.proposals[0]?.evaluation.value;
  return value?.type === "quantity" ? value.amount.toNumber() : null;
}

function isNet({ proposals: [best] }: FoundFigure): boolean {
  return best?.evaluation.cells.some(({ key }) => key.split(".").includes("net")) ?? false;
}
