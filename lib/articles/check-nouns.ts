import { findPeerTrouble } from "#lib/claims/claim-peers";
import { printExpression } from "#lib/expressions/print";
import { findNounProblems, type NounContext } from "#lib/nouns/find-noun-problems";
import type { NounProblem } from "#lib/nouns/noun-problem";
import type { Nouns } from "#lib/nouns/nouns";
import { joinSubjects, subjectOf } from "#lib/nouns/subject";
import { rememberOver } from "#lib/series/fixed-reader";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Article } from "./article.ts";
import { checkCompared } from "./check-compared.ts";
import type { CheckedClaim } from "./check-claim.ts";
import { findUnnamedStatement } from "./check-statement.ts";
import { vintageOf } from "./claim-vintage.ts";
import { describeSeries } from "./describe-series.ts";
import { withLeads } from "./lead.ts";
import { findLostContext } from "./lost-context.ts";
import type { Block } from "./mark.ts";
import { newestPeriod } from "./newest-period.ts";

/** Holds the words around the claims of an article against the series they rest on, block by block. */
export async function checkNouns(
  article: Article,
  claims: readonly CheckedClaim[],
  reader: SeriesReader,
  nouns: Nouns,
): Promise<Problem[]> {
  const { headline, frontmatter } = article;
  const isLost = findLostContext(article);
  const published = frontmatter.unread.has("published") ? undefined : frontmatter.published;
  const about = Object.values(frontmatter.about).join(". ");
  const blocks = new Map<Block, CheckedClaim[]>();
  for (const checked of claims) {
    const { block } = checked.claim;
    blocks.set(block, [...(blocks.get(block) ?? []), checked]);
  }
  const found = await Promise.all(
    [...blocks].map(([block, inside]) =>
      checkBlock(
        block,
        inside,
        { headings: [block.previous, ...block.headings], headline, about, published },
        reader,
        nouns,
      ),
    ),
  );
  // One mistake is one problem: what stands in words that cannot be read is not missing.
  return found.flat().filter(({ kind, at }) => kind !== "missing-noun" || !isLost(at));
}

const judged = new WeakMap<Nouns, ReturnType<typeof rememberOver<readonly NounProblem[]>>>();

function judgedWith(nouns: Nouns) {
  const known = judged.get(nouns) ?? rememberOver<readonly NounProblem[]>();
  judged.set(nouns, known);
  return known;
}

async function checkBlock(
  block: Block,
  inside: readonly CheckedClaim[],
  context: NounContext,
  reader: SeriesReader,
  nouns: Nouns,
): Promise<Problem[]> {
  const { text, unheard, placeOf, from: shift } = withLeads(block);
  const claims = await Promise.all(
    inside.map(async ({ claim: { from, to }, parts, asOf }) => {
      const subjects = await Promise.all(
        parts.map(async ({ tree }) => subjectOf(tree, await describeSeries(tree, reader))),
      );
      const [subject, vintage] = [joinSubjects(subjects), vintageOf({ asOf, parts })];
      return {
        start: shift + from,
        end: shift + to,
        subject,
        vintage: vintage ?? undefined,
        newest: await newestPeriod(subject, vintage, reader),
      };
    }),
  );
  const unnamed = inside.flatMap(({ claim }, at) => {
    const subject = claims[at]?.subject;
    return subject ? findUnnamedStatement(claim, subject, nouns) : [];
  });
  const compared = await checkCompared({ text, claims, checked: inside }, reader, nouns.finder);
  const settled = compared.flatMap(({ areas }) => areas);
  const heard = [...unheard, ...settled].sort((left, right) => left.start - right.start);
  const untrue = compared
    .filter(({ isTrue }) => !isTrue)
    .map(({ claim, start, end, areas }): Problem => ({
      kind: "wrong-comparison",
      message: `"${inside[claim]?.claim.text ?? ""}": "${text.slice(start, end)}" is not so: ${areas.length === 1 ? "the same expression of that area gives" : "the same expressions of those areas give"} otherwise`,
      at: placeOf(start),
      fix: "correct the words, or leave the comparison out",
    }));
  const said = inside.map(({ parts }) => parts.map(({ tree }) => printExpression(tree)));
  const spans = claims.map(({ start, end, vintage, newest }) => [start, end, vintage, newest]);
  const name = JSON.stringify([
    text,
    heard.map(({ start, end }) => [start, end]),
    context,
    said,
    spans,
  ]);
  const found = await judgedWith(nouns)(reader, name, () =>
    findNounProblems({ text, claims, unheard: heard }, context, nouns),
  );
  const wrong = found.map(({ kind, claim, mention, message, fix }): Problem => ({
    kind,
    message: `"${inside[claim]?.claim.text ?? ""}": ${message}`,
    at: mention ? placeOf(mention.start) : (inside[claim]?.claim.at ?? placeOf(shift)),
    fix,
  }));
  const ofPeers = await Promise.all(
    inside.map((checked) => findPeerProblems(checked, reader, nouns)),
  );
  return [...wrong, ...untrue, ...unnamed, ...ofPeers.flat()];
}

/** The peers of a rank that neither its sentence names nor the heads of its cell. */
async function findPeerProblems(
  { claim, parts }: CheckedClaim,
  reader: SeriesReader,
  nouns: Nouns,
): Promise<Problem[]> {
  const { before, claim: words, after } = claim.sentence;
  const near = [`${before}${words}${after}`, ...claim.block.leads.map(({ text }) => text)].join(
    ". ",
  );
  const mentioned = nouns.finder
    .find(near)
    .flatMap(({ noun }) => (noun.dimension === "area" ? [noun] : []));
  const namesOf = (area: string): string[] => [
    ...(nouns.areaNames.get(area) ?? []),
    ...mentioned.filter(({ fits }) => fits.has(area)).map(({ words: name }) => name),
  ];
  const found = await Promise.all(
    parts.map(async ({ tree }) => {
      const seriesOf = await describeSeries(tree, reader);
      return findPeerTrouble(tree, near, (key) => namesOf(seriesOf(key)?.area ?? ""));
    }),
  );
  return found.flatMap((trouble) => (trouble ? [{ ...trouble, at: claim.at }] : []));
}
