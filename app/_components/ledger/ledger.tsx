import type { ReactNode } from "react";

/** A column. A figure stands flush right; a `place` is one that steps back behind the others. */
export interface LedgerColumn {
  readonly title: string;
  readonly kind?: "text" | "figure" | "place";
}

/** A row: its name, and a cell for each column after the first. */
export interface LedgerRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly cells: readonly ReactNode[];
  readonly id?: string | undefined;
  readonly className?: string | undefined;
}

interface LedgerProps {
  /** Of the part of the page that scrolls when the ledger is too wide. Without it nothing scrolls. */
  readonly label?: string;
  readonly caption?: { readonly title: string; readonly source: ReactNode };
  /** The first is of the names. */
  readonly columns: readonly LedgerColumn[];
  readonly rows: readonly LedgerRow[];
  /** `ledger-stack` makes of each row a short list on a phone. */
  readonly className?: string;
}

/**
 * A table whose rows have names. The roles are written out, because a table that is not displayed as one loses them, and
 * each cell says its column, because on a phone its heading is not above it.
 */
export function Ledger({ label, caption, columns, rows, className = "" }: LedgerProps) {
  const table = (
    <table className={`ledger ${className}`.trim()} role="table">
      {caption === undefined ? null : (
        <caption>
          <span className="ledger-title">{caption.title}</span>
          <span className="ledger-source">{caption.source}</span>
        </caption>
      )}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, kind = "text" }) => (
            <th
              key={title}
              scope="col"
              role="columnheader"
              className={kind === "text" ? undefined : "figure"}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} id={row.id} role="row" className={row.className}>
            <th scope="row" role="rowheader">
              {row.name}
            </th>
            {columns.slice(1).map(({ title, kind = "text" }, index) => (
              <td key={title} role="cell" data-column={title} className={classOf[kind]}>
                {row.cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (label === undefined) return table;
  return (
    <div className="ledger-scroll" role="region" aria-label={label} tabIndex={0}>
      {table}
    </div>
  );
}

const classOf = { text: undefined, figure: "figure", place: "figure place" } as const;
