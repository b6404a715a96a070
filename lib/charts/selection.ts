import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { ChartDefinition } from "./definition.ts";
import type { PlottedChart } from "./plotted.ts";
import type { Transformation } from "./transformation.ts";

/** What of a chart to show. What is left out is as the definition says. */
export interface Selection {
  readonly from?: Period | undefined;
  readonly to?: Period | undefined;
  readonly transformation?: Transformation | undefined;
  readonly asOf: VintageDate;
  /** Areas in place of the chart's own, as slugs; their series differ from the chart's in nothing else. */
  readonly areas?: readonly string[] | undefined;
  /** Another vintage to show beside the one asked for. */
  readonly compare?: VintageDate | undefined;
}

/** What came of plotting a selection. */
export type Plotted =
  | { readonly ok: true; readonly chart: PlottedChart }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A plot that could not be made, with one reason. */
export function refuse(definition: ChartDefinition, kind: string, message: string): Plotted {
  return { ok: false, problems: [{ kind, message, at: definition.at }] };
}
