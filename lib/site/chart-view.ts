import type { PlottedChart } from "#lib/charts/plotted";

/** A chart with all its forms, ready for the page. */
export interface ChartView {
  readonly id: string;
  /** Headline as plain text; in an article the headline with its claims is the MDX child of `<Chart>`. */
  readonly headline: string;
  /** What is measured, unit and span: the line under the headline. */
  readonly measure: string;
  readonly plotted: PlottedChart;
  /** Complete `<svg>` elements, drawn for their widths; colours by CSS custom properties. */
  readonly svg: { readonly wide: string; readonly narrow: string };
  /** A sentence or two that say what the picture shows; generated from the data. */
  readonly alt: string;
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  /** "Source: U.S. Department of the Treasury, TIC, Table 1, vintage of 18 June 2026" */
  readonly source: string;
  readonly note: string | null;
  readonly csvPath: string;
  readonly pngPath: string;
}
