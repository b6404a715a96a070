import { chartTable } from "#lib/charts/table";
import type { PlottedChart } from "#lib/charts/plotted";

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
          <tbody>
            {rows.map(([name, ...figures]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {figures.map((figure, index) => (
                  <td key={columns[index + 1]} className="figure">
                    {figure}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
