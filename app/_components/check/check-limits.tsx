import Link from "next/link";
import { CheckLegend } from "./check-legend.tsx";

/** What the marks mean, and what the page cannot do. */
export function CheckLimits() {
  return (
    <div className="check-limits">
      <section aria-labelledby="check-marks">
        <h2 id="check-marks">The marks</h2>
        <CheckLegend />
      </section>
      <section aria-labelledby="check-cannot">
        <h2 id="check-cannot">What this cannot do</h2>
        <ul>
          <li>
            It reads figures in English: dollars, percent, shares, multiples, ranks. Words without a
            figure, causes and opinions are not checked.
          </li>
          <li>
            It knows the{" "}
            <Link href="/releases" prefetch={false}>
              tables held here
            </Link>{" "}
            and no others. “Unknown” means that they do not tell, and not that a figure is wrong.
          </li>
          <li>
            A program decides what a sentence speaks of, and it can be mistaken. Each figure opens
            what it was held against: look there before you rely on a mark.
          </li>
          <li>
            Nothing is kept here. The text is in memory while it is checked, and is written to no
            file, log or address. Your browser keeps it for this tab, so that Back finds it, and
            forgets it when the tab is closed.
          </li>
        </ul>
      </section>
    </div>
  );
}
