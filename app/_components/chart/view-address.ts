import type { ChartChoices } from "#lib/site/chart-view";
import { choiceFields, fieldsOf, type Choice } from "./choice.ts";

/**
 * The view of a chart in the address of its page: `?three-holders.from=2015-01&three-holders.transformation=change`. A field
 * has the chart's id before it, because a page may have several charts, and is named as in the address of the chart's files.
 * On the page of a chart alone a field is also read without the id, as the addresses of the files have it.
 */

/** The fields of an address that ask for a view of a chart, in their order; none when it asks for nothing of this chart. */
export function fieldsAsked(
  parameters: Iterable<readonly [string, string]>,
  id: string,
  alone = false,
): readonly (readonly [string, string])[] {
  return [...parameters].flatMap(([name, value]): [string, string][] => {
    const field = fieldIn(name, id, alone);
    return field === null ? [] : [[field, value]];
  });
}

const known = new Set<string>(choiceFields);

/** The field of a chart that a name in an address is; null for what is of something else. */
function fieldIn(name: string, id: string, alone = false): string | null {
  if (name.startsWith(`${id}.`)) return name.slice(id.length + 1);
  return alone && known.has(name) ? name : null;
}

/** Areas in the place of a chart's own; null when they are the same. */
export function otherAreas(
  slugs: readonly string[],
  { areas }: Pick<ChartChoices, "areas">,
): readonly string[] | null {
  if (areas === null) return null;
  const isOwn =
    slugs.length === areas.own.length && areas.own.every(({ slug }) => slugs.includes(slug));
  return isOwn ? null : slugs;
}

/**
 * The query of an address with a chart's view in it: only what differs from the chart as the page has it, and what belongs to
 * other charts as it was.
 */
export function writeView(
  query: string,
  id: string,
  choice: Choice,
  original: Choice,
  alone = false,
): string {
  const parameters = new URLSearchParams(query);
  for (const name of [...parameters.keys()]) {
    if (fieldIn(name, id, alone) !== null) parameters.delete(name);
  }
  const [wanted, usual] = [fieldsOf(choice), fieldsOf(original)];
  for (const field of choiceFields) {
    const value = wanted[field];
    if (value !== undefined && value !== usual[field]) parameters.set(`${id}.${field}`, value);
  }
  // Commas mean nothing in a query and may stand as they are (RFC 3986, section 3.4).
  return parameters.toString().replaceAll("%2C", ",");
}
