import type { CheckedArticle } from "#lib/articles/check-article";
import type { ChartsPlace } from "#lib/charts/load";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { ArticlePage } from "./article-page.ts";
import type { HeldRelease } from "./build-home-page.ts";
import { chartNow, type NowChart } from "./now-chart.ts";
import { readClaimNow, type NowClaim, type NowOutcome } from "./now-claim.ts";

/** A vintage that came after the article's, of a release that the article reads. */
export interface NewerVintage {
  readonly release: string;
  readonly title: string;
  readonly vintage: VintageDate;
}

/** An article beside the newest figures: its words as published, each claim then and now, its charts as of now. */
export interface NowPage {
  readonly page: ArticlePage;
  readonly newest: VintageDate;
  /** The newest vintage of each release that has had one since, by title; empty when nothing newer is held. */
  readonly newer: readonly NewerVintage[];
  /** In the order of the text. */
  readonly claims: readonly NowClaim[];
  readonly counts: Readonly<Record<NowOutcome, number>>;
  readonly charts: Readonly<Record<string, NowChart>>;
}

/** An article that has passed the gate, put to the newest vintage held of what it reads. */
export async function buildNowPage(
  { claims: checked }: CheckedArticle,
  page: ArticlePage,
  held: readonly HeldRelease[],
  reader: SeriesReader,
  place?: ChartsPlace,
): Promise<NowPage> {
  const newest = page.latest;
  const charts = await Promise.all(
    Object.values(page.charts).map((view) => chartNow(view, reader, newest, place)),
  );
  const keys = [
    ...checked.flatMap(({ cells }) => cells.map(({ key }) => key)),
    ...charts.flatMap(({ view }) => view.plotted.series.flatMap((series) => series.keys)),
  ];
  const releases = new Set(keys.map((key) => key.split(".")[0]));
  const claims = await Promise.all(checked.map((claim) => readClaimNow(claim, reader, newest)));
  const places = new Map(claims.map(({ id }) => [id, page.code.indexOf(`"${id}"`)]));
  const placeOf = ({ id }: NowClaim): number => places.get(id) ?? 0;
  return {
    page,
    newest,
    newer: held.flatMap(({ release: { slug, title }, vintages }) => {
      const vintage = vintages.at(-1)?.date;
      const isNewer = vintage !== undefined && vintage > page.asOf && releases.has(slug);
      return isNewer ? [{ release: slug, title, vintage }] : [];
    }),
    claims: claims.sort((one, other) => placeOf(one) - placeOf(other)),
    counts: countOutcomes(claims),
    charts: Object.fromEntries(charts.map((chart) => [chart.view.id, chart])),
  };
}

function countOutcomes(claims: readonly NowClaim[]): Readonly<Record<NowOutcome, number>> {
  const count = (wanted: NowOutcome): number =>
    claims.filter(({ outcome }) => outcome === wanted).length;
  return {
    same: count("same"),
    rounds: count("rounds"),
    drifted: count("drifted"),
    flipped: count("flipped"),
    unanswered: count("unanswered"),
    pinned: count("pinned"),
  };
}

/** Claims whose words the newest vintage no longer bears out: those that are marked in the text. */
export function differencesOf({ claims }: Pick<NowPage, "claims">): NowClaim[] {
  return claims.filter(({ beside }) => beside !== null);
}
