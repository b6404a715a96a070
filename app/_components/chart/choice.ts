import type { Transformation } from "#lib/charts/transformation";
import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";

/** What a reader has chosen of a chart; null leaves an end of the range, the areas or the comparison as they are. */
export interface Choice {
  readonly from: Period | null;
  readonly to: Period | null;
  readonly transformation: Transformation;
  readonly asOf: VintageDate;
  /** Another vintage beside the one shown. */
  readonly compare: VintageDate | null;
  /** Areas in the place of the chart's own, as slugs. */
  readonly areas: readonly string[] | null;
}

/** A choice as the fields of a query: short texts, and nothing for what is left as it is. */
export function fieldsOf(choice: Choice): Partial<Record<keyof Choice, string>> {
  const { from, to, transformation, asOf, compare, areas } = choice;
  return {
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    transformation,
    asOf,
    ...(compare !== null && { compare }),
    ...(areas !== null && { areas: areas.join(",") }),
  };
}

/** Whether two choices ask for the same picture. */
export function isSame(left: Choice, right: Choice): boolean {
  const [first, second] = [fieldsOf(left), fieldsOf(right)];
  return choiceFields.every((field) => first[field] === second[field]);
}

export const choiceFields = [
  "from",
  "to",
  "transformation",
  "asOf",
  "compare",
  "areas",
] as const satisfies readonly (keyof Choice)[];
