import type { ObservationStatus, VintageDate } from "./observation.ts";
import type { Period } from "./period.ts";

/** What a vintage did to one observation: printed it for the first time, changed it, or left it out. */
export type ChangeKind = "added" | "revised" | "withdrawn";

/** One observation between two vintages of a release. Amounts are in the unit of the series, as published. */
export interface Revision {
  readonly kind: ChangeKind;
  readonly key: string;
  readonly title: string;
  readonly period: Period;
  /** Null when it was missing, or not known yet. */
  readonly before: string | null;
  /** Null when it is missing now, or withdrawn. */
  readonly after: string | null;
  readonly status: ObservationStatus;
  /** After less before; null when either is null. */
  readonly difference: string | null;
}

/** Countries; totals, regions and groups of them; parts of a total by kind of holder or security. */
export type AreaGroup = "countries" | "totals" | "parts";

/** How much one measure was revised between two vintages. Amounts are in the unit of the measure. */
export interface RevisionSummary {
  /** Section of the file, where it has any: months, years and twelve-month sums are not averaged together. */
  readonly section: string;
  readonly securities: string;
  readonly measure: string;
  /** Whose: a mean over a total and its parts together would be of neither. */
  readonly areas: AreaGroup;
  /** Name of the unit and its multiplier: "USD million". */
  readonly unit: string;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  /** Over the revised observations with a value on both sides; null when there is none. */
  readonly meanAbsoluteRevision: string | null;
  readonly largestAbsoluteRevision: string | null;
}

/** What changed in a release between two vintages, `from` older than `to`. */
export interface RevisionReport {
  readonly release: string;
  readonly from: VintageDate;
  readonly to: VintageDate;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  readonly summaries: readonly RevisionSummary[];
  /** The revised ones, the largest first, then the withdrawn; at most as many as were asked for. */
  readonly largest: readonly Revision[];
}
