import Link from "next/link";
import type { Correction } from "#lib/site/corrections";
import { Day } from "../site/day.tsx";

interface CorrectionListProps {
  readonly corrections: readonly Correction[];
  /** Whether the article is named; at its own end it need not be. */
  readonly named: boolean;
}

/** Corrections with their day: what was wrong, struck out, what is right, and how it came about. */
export function CorrectionList({ corrections, named }: CorrectionListProps) {
  return (
    <ol className="corrections">
      {corrections.map(({ date, wrong, right, why, article }) => (
        <li key={`${article.slug} ${date} ${wrong}`}>
          <p className="correction-day">
            <Day date={date} />
            {named ? (
              <>
                , in{" "}
                <Link href={`/articles/${article.slug}`} prefetch={false}>
                  {article.headline}
                </Link>
              </>
            ) : null}
          </p>
          <dl>
            <dt>Was</dt>
            <dd>
              <del>{wrong}</del>
            </dd>
            <dt>Is</dt>
            <dd>
              <ins>{right}</ins>
            </dd>
            <dt>Why</dt>
            <dd>{why}</dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}
