import Link from "next/link";
import type { Correction } from "#lib/site/corrections";
import { Day } from "../site/day.tsx";
import { CorrectionTerms } from "./correction-terms.tsx";

interface CorrectionListProps {
  readonly corrections: readonly Correction[];
  /** Whether the article is named; at its own end it need not be. */
  readonly named: boolean;
}

/** Corrections with their day: what was wrong, struck out, what is right, and how it came about. */
export function CorrectionList({ corrections, named }: CorrectionListProps) {
  return (
    <ol className="corrections">
      {corrections.map(({ article, ...correction }) => (
        <li key={`${article.slug} ${correction.date} ${correction.wrong}`}>
          <p className="correction-day">
            <Day date={correction.date} />
            {named ? (
              <>
                , in{" "}
                <Link href={`/articles/${article.slug}`} prefetch={false}>
                  {article.headline}
                </Link>
              </>
            ) : null}
          </p>
          <CorrectionTerms correction={correction} />
        </li>
      ))}
    </ol>
  );
}
