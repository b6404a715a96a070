import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { checkVintages } from "#lib/articles/check-vintages";
import type { TextSpan } from "#lib/claims/text-span";
import { createTrialGate, type TrialArticle } from "#lib/mutate/trial-gate";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import type { FoundFigure } from "#lib/suggest/found-figure";
import { claimTag } from "./claim-tag.ts";
import { formsOf, proposalToWrite, type MarkForm } from "./mark-forms.ts";

/** What the gate asks of a mark. */
export interface MarkSetting {
  readonly reader: SeriesReader;
  /** Without them the words around a mark are not read. */
  readonly nouns: Nouns | null;
  readonly heldVintages: readonly Vintage[];
}

/** A draft that is written into. */
export interface Draft {
  readonly slug: string;
  readonly file: string;
  readonly source: string;
  readonly headlines: TrialArticle["headlines"];
  /** Where words stand in the source; null where a tag or a star stands among them. */
  readonly toSource: (span: TextSpan) => TextSpan | null;
}

/** A mark that was written, by its place in the source as it was. */
export interface WrittenMark {
  readonly figure: FoundFigure;
  readonly span: TextSpan;
  readonly words: string;
  readonly expression: string;
}

/** A figure that was left as it is. */
export interface LeftFigure {
  readonly figure: FoundFigure;
  readonly reason: string;
}

export interface WrittenMarks {
  readonly source: string;
  readonly written: readonly WrittenMark[];
  readonly left: readonly LeftFigure[];
}

/** Characters of the source that become others. */
interface Edit extends TextSpan {
  readonly replacement: string;
}

/**
 * Puts a claim round each figure of a draft that has a sure proposal which the gate accepts with all that stands around. All
 * other characters stay as they are. What the gate has against the draft as it is is no obstacle; it gets no new problem.
 */
export async function writeMarks(
  draft: Draft,
  figures: readonly FoundFigure[],
  setting: MarkSetting,
): Promise<WrittenMarks> {
  const written: (WrittenMark & Edit)[] = [];
  const left: LeftFigure[] = [];
  for (const figure of figures) {
    const proposal = proposalToWrite(figure);
    if (typeof proposal === "string") {
      left.push({ figure, reason: proposal });
      continue;
    }
    const tried = await tryForms(formsOf(figure, proposal), draft, written, setting);
    if (typeof tried === "string") left.push({ figure, reason: tried });
    else written.push({ figure, ...tried });
  }
  return settle(draft, written, left, setting);
}

/** The first form that the gate accepts beside what was written before; else what it says of the first. */
async function tryForms(
  forms: readonly MarkForm[],
  draft: Draft,
  written: readonly Edit[],
  { reader, nouns }: MarkSetting,
): Promise<(Omit<WrittenMark, "figure"> & Edit) | string> {
  const source = applyEdits(draft.source, written);
  const trial = trialOf(draft, source);
  if (trial === null) return "the article cannot be read; see `npx tickmark check`";
  const gate = createTrialGate(trial, reader, nouns);
  let refusal = "its words stand on both sides of a tag or of emphasis";
  for (const [index, { span, expression }] of forms.entries()) {
    const place = draft.toSource(span);
    if (place === null || written.some((edit) => edit.start < place.end && place.start < edit.end))
      continue;
    const words = draft.source.slice(place.start, place.end);
    const replacement = claimTag(words, expression);
    const moved = movedBy(written, place.start);
    const [start, end] = [place.start + moved, place.end + moved];
    const [problem] = await gate.problemsOf({
      ...{ kind: "expression: function", document: "article", apart: null, isLocked: false },
      ...{ start, end, found: words, replacement, sentence: words },
    });
    if (problem === undefined) return { ...place, span: place, words, expression, replacement };
    if (index === 0) refusal = `the gate refuses it: ${problem.message}`;
  }
  return refusal;
}

/** Takes marks back until the whole article has no problem that it did not have, whatever a part of it looked like. */
async function settle(
  draft: Draft,
  written: readonly (WrittenMark & Edit)[],
  left: readonly LeftFigure[],
  setting: MarkSetting,
): Promise<WrittenMarks> {
  const before = new Set((await problemsOf(draft, draft.source, setting)).map(nameOf));
  const kept = [...written];
  const dropped: LeftFigure[] = [];
  for (;;) {
    const source = applyEdits(draft.source, kept);
    const after = await problemsOf(draft, source, setting);
    const problem = after.find((one) => !before.has(nameOf(one)));
    if (problem === undefined || kept.length === 0) {
      const all = [...left, ...dropped].sort((one, other) => one.figure.start - other.figure.start);
      return { source, written: kept, left: all };
    }
    const last = kept.findLastIndex(({ start }) => lineOf(draft.source, start) <= problem.at.line);
    const [taken] = kept.splice(Math.max(0, last), 1);
    if (taken === undefined) throw new Error("A mark that is not there was taken back");
    const reason = `the gate refuses the article with it: ${problem.message}`;
    dropped.push({ figure: taken.figure, reason });
  }
}

async function problemsOf(
  { slug, file, headlines }: Draft,
  source: string,
  { reader, nouns, heldVintages }: MarkSetting,
): Promise<Problem[]> {
  const { article, problems } = parseArticle(source, { slug, file }, headlines);
  if (article === null) return problems;
  const checked = await checkArticle(article, reader, nouns);
  return [...problems, ...checked.problems, ...checkVintages(checked, heldVintages)];
}

function trialOf({ slug, file, headlines }: Draft, source: string): TrialArticle | null {
  const { article } = parseArticle(source, { slug, file }, headlines);
  return (
    article && { slug, file, source, tree: article.tree, headlines, basis: article.frontmatter }
  );
}

function nameOf({ kind, message }: Problem): string {
  return `${kind}: ${message}`;
}

/** Tags hold no line breaks, so a line of the source stays that line. */
function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}

function movedBy(edits: readonly Edit[], offset: number): number {
  return edits
    .filter(({ start }) => start < offset)
    .reduce((sum, { start, end, replacement }) => sum + replacement.length - (end - start), 0);
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((left, right) => left.start - right.start);
  let text = "";
  let from = 0;
  for (const { start, end, replacement } of inOrder) {
    text += source.slice(from, start) + replacement;
    from = end;
  }
  return text + source.slice(from);
}
