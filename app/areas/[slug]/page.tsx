import type { Metadata } from "next";
import Link from "next/link";
import { AccountLedger } from "../../_components/area/account-ledger.tsx";
import { AreaFacts } from "../../_components/area/area-facts.tsx";
import { NoSuchArea } from "../../_components/area/no-such-area.tsx";
import { SeriesTables } from "../../_components/area/series-tables.tsx";
import { StandingLedgers } from "../../_components/area/standing-ledgers.tsx";
import { StillChartFigure } from "../../_components/area/still-chart.tsx";
import { ChartFigure } from "../../_components/chart/chart-figure.tsx";
import { areaSubject } from "#lib/feeds/subjects";
import { alternatesOf } from "../../_components/site/alternates.ts";
import { getArea } from "../../_data/area.ts";
import "../../_styles/area-and-release.css";
import "../../_styles/area.css";

interface AreaProps {
  readonly params: Promise<{ slug: string }>;
}

/** Made ahead; the others when somebody first asks for them. */
export function generateStaticParams() {
  return ["japan", "united-kingdom", "china-mainland", "grand-total"].map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: AreaProps): Promise<Metadata> {
  const page = await getArea((await params).slug);
  if (page === null) return { title: "No such area" };
  return {
    title: page.name,
    description:
      page.lead ?? `What the Treasury’s cross-border statistics hold about ${page.name}.`,
    alternates: alternatesOf(`/areas/${page.slug}`, areaSubject(page)),
  };
}

/** A country's profile, or that of any other area of the tables. */
export default async function AreaRoute({ params }: AreaProps) {
  const page = await getArea((await params).slug);
  if (page === null) return <NoSuchArea />;
  const { name, treasuries, longTerm, abroad, charts, history, standings } = page;
  const country = page.kindName === "Country";
  const holders = country ? `residents of ${page.inSentence}` : `foreign residents: ${name}`;
  return (
    <div className="register">
      <header className="register-head">
        <p className="kicker">
          <Link href="/areas" prefetch={false}>
            Areas
          </Link>
          {page.region === null ? "" : ` · ${page.region.name}`}
        </p>
        <h1>{name}</h1>
        {page.lead === null ? null : <p className="dek">{page.lead}</p>}
      </header>
      <div className="register-columns">
        <div className="register-main">
          {treasuries === null ? null : (
            <section aria-labelledby="treasuries">
              <h2 id="treasuries">{country ? "U.S. Treasuries it holds" : "U.S. Treasuries"}</h2>
              <AccountLedger
                account={treasuries}
                name="Table 3"
                title={`U.S. Treasury securities held by ${holders}`}
              />
            </section>
          )}
          {charts.slice(0, 1).map((view) => (
            <ChartFigure key={view.id} view={view} />
          ))}
          {standings.length === 0 ? null : (
            <section aria-labelledby="standing">
              <h2 id="standing">Where it stands</h2>
              <StandingLedgers page={page} />
            </section>
          )}
          {longTerm === null ? null : (
            <section aria-labelledby="long-term">
              <h2 id="long-term">
                {country ? "U.S. long-term securities it holds" : "U.S. long-term securities"}
              </h2>
              <AccountLedger
                account={longTerm}
                name="Table 1"
                title={`U.S. long-term securities held by ${holders}, at market value`}
              />
            </section>
          )}
          {charts.slice(1, 2).map((view) => (
            <ChartFigure key={view.id} view={view} />
          ))}
          {history === null ? null : <StillChartFigure chart={history} />}
          {abroad === null ? null : (
            <section aria-labelledby="abroad">
              <h2 id="abroad">
                {country ? "What U.S. residents hold of it" : "What U.S. residents hold"}
              </h2>
              <AccountLedger
                account={abroad}
                name="Table 2"
                title={
                  country
                    ? `Long-term securities of ${page.inSentence} held by U.S. residents`
                    : `Foreign long-term securities held by U.S. residents: ${name}`
                }
              />
            </section>
          )}
          {charts.slice(2).map((view) => (
            <ChartFigure key={view.id} view={view} />
          ))}
        </div>
        <AreaFacts page={page} />
      </div>
      <section aria-labelledby="series" className="register-foot">
        <h2 id="series">All its series</h2>
        <SeriesTables tables={page.tables} />
      </section>
    </div>
  );
}
