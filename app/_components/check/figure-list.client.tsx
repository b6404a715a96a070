"use client";

import type { CheckedText } from "#lib/site/check-text";
import { Tick } from "../tick/tick.tsx";
import { FigureReceipt } from "./figure-receipt.tsx";
import { markOf, outcomeWords } from "./outcome-words.ts";

interface FigureListProps {
  readonly checked: Pick<CheckedText, "figures" | "files">;
  /** Where the site is published, for citations. */
  readonly origin: string;
}

/** The figures of a text in their order. Each opens, with JavaScript and without; one at a time, so that the list stays short. */
export function FigureList({ checked, origin }: FigureListProps) {
  return (
    <section className="check-figures" aria-labelledby="check-figures">
      <h2 id="check-figures">Figure by figure</h2>
      <ol>
        {checked.figures.map((figure, index) => (
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
              <FigureReceipt
                figure={figure}
                number={index + 1}
                files={checked.files}
                origin={origin}
              />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
