import { chartTable } from "#lib/charts/table";
import type { PlottedChart } from "#lib/charts/plotted";
import { escapedHtml } from "#lib/series/escaped-html";

/** The figures of a picture, folded away; opens without JavaScript. */
export function ChartTable({ plotted, measure }: { plotted: PlottedChart; measure: string }) {
  const { columns, rows } = chartTable(plotted);
  return (
    <details className="chart-table">
      <summary>Show as table</summary>
      <div
        className="chart-table-scroll"
        role="region"
        aria-label={`Table: ${measure}`}
        tabIndex={0}
      >
        <table className="ledger">
          <caption>{measure}</caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" className={index === 0 ? undefined : "figure"}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody dangerouslySetInnerHTML={{ __html: rows.map(rowHtml).join("") }} />
        </table>
      </div>
    </details>
  );
}

/** A row as text: twenty years of months are half of what a page has, and React need not take over what never changes. */
function rowHtml([name = "", ...figures]: readonly string[]): string {
  const cells = figures.map((figure) => `<td class="figure">${escapedHtml(figure)}</td>`);
  return `<tr><th scope="row">${escapedHtml(name)}</th>${cells.join("")}</tr>`;
}
