"use client";

import type { CheckedText } from "#lib/site/check-text";
import type { CheckedBlock, Run } from "#lib/site/check-text-blocks";
import { CheckedMark } from "./checked-mark.tsx";
import { figureColumns } from "./figure-columns.ts";

type Checked = Pick<CheckedText, "blocks" | "figures">;

/**
 * The text as it was pasted, in paragraphs, items and rows. All of it is text, whatever it looks like. A browser is sent what it is
 * made of, which is a fraction of what it comes to.
 */
export function CheckedBlocks({ checked }: { checked: Checked }) {
  return (
    <div className="check-text" role="group" aria-label="The text">
      {checked.blocks.map((block, index) => (
        <Block key={index} block={block} checked={checked} />
      ))}
    </div>
  );
}

function Block({ block, checked }: { block: CheckedBlock; checked: Checked }) {
  switch (block.kind) {
    case "heading":
      return (
        <p className="check-heading" dir="auto">
          <Runs runs={block.runs} checked={checked} />
        </p>
      );
    case "paragraph":
    case "item":
      return (
        <p className={block.kind === "item" ? "check-item" : undefined} dir="auto">
          <Runs runs={block.runs} checked={checked} />
        </p>
      );
    case "table": {
      const columns = figureColumns(block.rows);
      return (
        <div className="ledger-scroll" tabIndex={0} role="group" aria-label="Rows">
          <table className="ledger check-rows">
            <tbody>
              {block.rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((runs, cell) => (
                    <td key={cell} className={columns.has(cell) ? "figure" : undefined}>
                      <Runs runs={runs} checked={checked} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    }
  }
}

function Runs({ runs, checked }: { runs: readonly Run[]; checked: Checked }) {
  return runs.map((run, index) => {
    if (typeof run === "string") return run;
    const figure = checked.figures[run.figure];
    return figure === undefined ? (
      run.text
    ) : (
      <CheckedMark key={index} figure={figure} number={run.figure + 1} />
    );
  });
}
