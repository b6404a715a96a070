import type { CheckedFigure } from "#lib/site/check-text-receipt";
import { Tick } from "../tick/tick.tsx";
import { FigureReceipt } from "./figure-receipt.tsx";
import { markOf, outcomeWords } from "./outcome-words.ts";

/** The figures of a text in their order. Each opens, with JavaScript and without; one at a time, so that the list stays short. */
export function FigureList({ figures }: { figures: readonly CheckedFigure[] }) {
  return (
    <section className="check-figures" aria-labelledby="check-figures">
      <h2 id="check-figures">Figure by figure</h2>
      <ol>
        {figures.map((figure, index) => (
          <li key={index}>
            <details name="check-figure">
              <summary className={`claim-${markOf(figure)}`}>
                <Tick kind={markOf(figure)} />
                <span className="check-figure">{figure.text}</span>
                <span className="check-outcome">
                  {outcomeWords[figure.outcome]}
                  {figure.instead === null ? null : (
                    <span className="check-instead">{figure.instead}</span>
                  )}
                </span>
              </summary>
              <FigureReceipt figure={figure} number={index + 1} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
