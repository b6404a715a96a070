import Link from "next/link";
import { groupDigits } from "#lib/series/format";
import type { ClaimCounts } from "#lib/site/status-page";
import { standingWords } from "../ledger/standing-words.ts";

/** In the order of how little there is to say. */
const order = ["holds", "holds-rounded", "drifted", "flipped", "unanswered"] as const;

const meaning: Readonly<Record<(typeof order)[number], string>> = {
  holds: "the figure is the published one",
  "holds-rounded": "the published figure rounds to it",
  drifted: "the digits no longer round to the text",
  flipped: "the meaning has changed since",
  unanswered: "the newest vintage has no figure for it",
};

/** How the claims of all articles stand against the newest vintage of what they read. */
export function ClaimCountLedger({ articles, claims }: { articles: number; claims: ClaimCounts }) {
  const all = order.reduce((total, standing) => total + claims[standing], 0);
  return (
    <>
      <div className="ledger-scroll" role="region" aria-label="The claims" tabIndex={0}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">Against the newest vintage</th>
              <th scope="col" className="figure">
                Claims
              </th>
            </tr>
          </thead>
          <tbody>
            {order.map((standing) => (
              <tr key={standing}>
                <th scope="row">
                  {standingWords[standing]} <span className="place">{meaning[standing]}</span>
                </th>
                <td className="figure">{groupDigits(String(claims[standing]))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="ledger-rest">
        {groupDigits(String(all))} claims in {groupDigits(String(articles))} articles; each held
        against the vintage that its article names, or it would not be published. Sentence by
        sentence:{" "}
        <Link href="/desk" prefetch={false}>
          the revision desk
        </Link>
        .
      </p>
    </>
  );
}
