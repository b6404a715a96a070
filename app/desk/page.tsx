import type { Metadata } from "next";
import { headers } from "next/headers";
import type { AddressParameters } from "#lib/site/data-query";
import { DeskArticleSection } from "../_components/desk/desk-article.tsx";
import { DeskChooser } from "../_components/desk/desk-chooser.tsx";
import { DeskLedger } from "../_components/desk/desk-ledger.tsx";
import { DeskMeanings } from "../_components/desk/desk-meanings.tsx";
import { DeskOutcomeNote } from "../_components/desk/desk-outcome.client.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { heldUpBy } from "../_data/accepted-content.ts";
import { getDesk } from "../_data/desk.ts";
import { hasDeskKey } from "../_data/desk-decide.ts";
import { askerHeader } from "../_http/allowance.ts";
import { outcomeOf } from "./outcomes.ts";
import "../_styles/area-and-release.css";
import "../_styles/release.css";
import "../_styles/desk.css";
import "../_styles/desk-entries.css";
import "../_styles/desk-form.css";

interface DeskProps {
  readonly searchParams: Promise<AddressParameters>;
}

export async function generateMetadata({ searchParams }: DeskProps): Promise<Metadata> {
  const { from, to, outcome } = await searchParams;
  return {
    title: "The revision desk",
    description: "What each new vintage of the data did to every sentence of every article.",
    alternates: alternatesOf("/desk"),
    // One page for search engines: any two vintages can be asked for.
    ...((from ?? to ?? outcome) === undefined ? {} : { robots: { index: false } }),
  };
}

/** Every sentence of every article between two vintages, the worst first; editors decide here, readers look on. */
export default async function DeskPage({ searchParams }: DeskProps) {
  const request = await headers();
  const asked = await searchParams;
  const outcome = outcomeOf(asked["outcome"]);
  const desk = await getDesk(asked, request.get(askerHeader) ?? "");
  // Only that it is so: the reason may name and quote what nobody is to see yet. Who decides with the key is told it.
  const isHeldUp = heldUpBy() !== null;
  const isOf = ({ slug }: { readonly slug: string }) => outcome?.slug === slug;
  return (
    <div className="register desk">
      <header className="register-head">
        <p className="kicker">The revision desk</p>
        <h1>What a new vintage does to our sentences</h1>
        <p className="dek">
          When figures are revised, every sentence that rests on them is read again: is it still
          true, and what would be?
        </p>
      </header>
      {isHeldUp ? (
        <p className="desk-refused">
          The gate refuses the newest content, so the last that passed is shown, on this page too.
          Who decides with the key is told why.
        </p>
      ) : null}
      {hasDeskKey() ? null : (
        <p className="desk-same">
          This server takes no decisions on this page. Editors decide with{" "}
          <code>npx tickmark desk sign</code> and <code>leave</code>.
        </p>
      )}
      {outcome === null || desk?.articles.some(isOf) === true ? null : (
        <DeskOutcomeNote
          key={outcome.id}
          id="outcome"
          ok={outcome.ok}
          message={outcome.message}
          problems={outcome.problems}
        />
      )}
      {desk === null ? (
        <p className="desk-refused" role="alert">
          The desk cannot be read at the moment. Please try again in a minute.
        </p>
      ) : (
        <>
          <DeskChooser days={desk.days} from={desk.range.from} to={desk.range.to} />
          {desk.refused === null ? null : (
            <p className="desk-refused" role="alert">
              {desk.refused}. What stands below is the newest against each article’s own.
            </p>
          )}
          <DeskLedger articles={desk.articles} decides={hasDeskKey()} />
          {desk.articles.map((article) => (
            <DeskArticleSection
              key={article.slug}
              article={article}
              range={desk.range}
              decides={hasDeskKey()}
              outcome={isOf(article) ? outcome : null}
            />
          ))}
        </>
      )}
      <DeskMeanings />
    </div>
  );
}
