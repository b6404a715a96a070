import Link from "next/link";
import { TickLegend } from "../tick/tick-legend.tsx";

/** What the ticks are, for who comes here first. */
export function TheIdea() {
  return (
    <section className="idea" aria-labelledby="idea-heading">
      <h2 id="idea-heading">
        Auditors put a small tick beside each figure they have traced to its source. Here every
        amount in the text of an article carries a mark.
      </h2>
      <div className="idea-more">
        <p>
          Open a figure to see the computation, the cells, the file and the vintage behind it.{" "}
          <Link href="/about" prefetch={false}>
            How Tickmark checks
          </Link>
        </p>
        <p>
          The same is done for any text on these data:{" "}
          <Link href="/check" prefetch={false}>
            check one of yours
          </Link>
          .
        </p>
        <p>
          Whole articles, pictures of the charts included, come by{" "}
          <Link href="/feeds" prefetch={false}>
            feed
          </Link>
          .
        </p>
      </div>
      <TickLegend />
    </section>
  );
}
