import { formatDay } from "#lib/series/format";
import type { PreviewClaim, ReadArticle } from "#lib/site/preview-page";
import { Tick } from "../tick/tick.tsx";
import { claimEntry, outcomeOf, valueOf } from "./preview-claim.tsx";

/** Every claim of an article: its words, its value, how it stands, and its expression. At another vintage those first that would not hold. */
export function ClaimList({ read }: { read: ReadArticle }) {
  if (read.claims.length === 0) return <p className="preview-none">It makes no claim yet.</p>;
  const fails = (claim: PreviewClaim) => {
    const { kind } = outcomeOf(claim, read);
    return kind === "drifted" || kind === "flipped";
  };
  const claims =
    read.readAt === null
      ? read.claims
      : read.claims.toSorted((left, right) => Number(fails(right)) - Number(fails(left)));
  return (
    <ol className="preview-claims">
      {claims.map((claim) => {
        const { kind, words } = outcomeOf(claim, read);
        const value = valueOf(claim);
        return (
          <li
            key={claim.id}
            id={claimEntry(claim.id)}
            className={`preview-claim-${kind}`}
            tabIndex={-1}
          >
            <p>
              <a href={`#claim-${claim.id}`}>{claim.words}</a>
            </p>
            <p className="preview-outcome">
              <Tick kind={kind} /> {words}
              {value === null ? "" : `: ${value}`}
            </p>
            <p>
              <code>{claim.expression}</code>
            </p>
            {claim.asOf === read.page.asOf ? null : (
              <p className="preview-pinned">at the vintage of {formatDay(claim.asOf)}</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
