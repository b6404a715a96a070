import type { Element } from "hast";
import { h } from "hastscript";

/** The columns and rows of a table; a text in a row may be a link. */
export interface HtmlTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | Element)[])[];
}

/** Readers of feeds have no style sheet of ours, and most keep these: lines under rows, figures to the right. */
const styles = {
  table: "border-collapse:collapse",
  name: "padding:4px 12px 4px 0;border-bottom:1px solid #ccc;text-align:left",
  figure: "padding:4px 0 4px 12px;border-bottom:1px solid #ccc;text-align:right",
} as const;

/** A table as HTML that stands on its own: the first column names the row, the others are figures. */
export function htmlTable({ columns, rows }: HtmlTable): Element {
  const styleAt = (index: number) => (index === 0 ? styles.name : styles.figure);
  return h("table", { style: styles.table }, [
    h("thead", [
      h(
        "tr",
        columns.map((name, index) => h("th", { scope: "col", style: styleAt(index) }, name)),
      ),
    ]),
    h(
      "tbody",
      rows.map(([name, ...figures]) =>
        h("tr", [
          h("th", { scope: "row", style: styles.name }, name),
          ...figures.map((figure) => h("td", { style: styles.figure }, figure)),
        ]),
      ),
    ),
  ]);
}
