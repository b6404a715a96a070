import path from "node:path";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import { renewReport, reportOn, traceReport, type ArticleReport } from "./article-report.ts";
import type { BesideReport } from "./beside-report.ts";
import { checkBetween, type ArticleAmongOthers } from "./check-between.ts";
import { allStamps, appearancesIn } from "./content-state.ts";
import { findAgain, type Finding } from "./findings.ts";
import { openGate } from "./gate.ts";
import type { Keeping } from "./keep-findings.ts";
import { once } from "./once.ts";
import { namedCharts } from "./shown-content.ts";
import { isAnsweredAlike, startTrace, traceGround } from "./trace.ts";

/** What the gate is asked about, and over which figures. */
export interface GateQuestion {
  readonly reader: SeriesReader;
  readonly heldVintages: readonly Vintage[];
  /** What time it is: a link to what appears later is right from then on. */
  readonly now: Date;
  readonly folder: string;
  /** What was found before, for who asks again. */
  readonly keeping?: Keeping | null;
  /** How the gate is opened, for who keeps it open. */
  readonly open?: typeof openGate;
}

/** What the gate found, in the order of the slugs. */
export interface Walked {
  readonly articles: readonly Finding<ArticleReport>[];
  /** How many articles were not looked at again. */
  readonly unchanged: number;
  readonly beside: BesideReport;
}

/**
 * Walks over articles of a folder and what they share, one at a time; what was found before is not looked for again, and when that is
 * all, the gate is not even opened.
 */
export async function walkContent(
  { reader, heldVintages, folder, keeping = null, open = openGate }: GateQuestion,
  slugs: readonly string[],
): Promise<Walked> {
  const gate = once(() => open(reader, heldVintages, folder));
  const ground = traceGround(reader, heldVintages);
  const { found: articles, unchanged } = await findAgain<ArticleReport>(
    folder,
    slugs.map((slug) => ({
      of: slug,
      mark: ({ articles: held }) => held.get(slug)?.mark ?? "",
      stamp: ({ stamp, articles: held }) => `${stamp} ${held.get(slug)?.stamp}`,
      look: async () => reportOn(slug, await gate()),
      traced: {
        look: async () => traceReport(slug, await gate(), ground),
        renew: async (earlier, { articles: held }) => {
          const bytes = held.get(slug)?.bytes;
          return bytes === undefined ? null : renewReport(earlier, { bytes, folder }, ground);
        },
      },
    })),
    keeping?.articles ?? null,
  );
  const { found: beside, unchanged: besideUnchanged } = await findAgain<BesideReport>(
    folder,
    [
      {
        of: path.join(folder, "charts"),
        // Which charts stand alone is told by the articles.
        mark: (state) => JSON.stringify([...namedCharts(state, { has: () => false })]),
        stamp: allStamps,
        look: async () => (await gate()).problemsBeside(),
        traced: {
          look: async () => {
            const looking = startTrace(ground);
            const found = await (await gate()).problemsBeside(looking);
            return { found, looked: await looking.trace(), stood: {} };
          },
          renew: async (earlier) =>
            (await isAnsweredAlike(earlier.looked, ground)) ? earlier : null,
        },
      },
    ],
    keeping?.beside ?? null,
  );
  const [first] = beside;
  if (first === undefined) throw new Error("What was asked about has a finding");
  const found = [...articles, first];
  if (unchanged + besideUnchanged < found.length)
    await keeping?.prune(new Set(found.map(({ name }) => name)));
  return { articles, unchanged, beside: first.found };
}

/** What some articles are to others, of those that could be read. */
export function knownIn(reports: readonly ArticleReport[]): ArticleAmongOthers[] {
  return reports.flatMap(({ counts }) => counts ?? []);
}

/** What stops a site of these articles, of which none is a draft. */
export function blockingIn(
  reports: readonly ArticleReport[],
  { blocking }: BesideReport,
  { folder, now }: Pick<GateQuestion, "folder" | "now">,
): Problem[] {
  return [
    ...blocking,
    ...reports.flatMap(({ problems }) => problems),
    ...checkBetween(knownIn(reports), { others: [], appears: appearancesIn(folder), now }),
  ];
}
