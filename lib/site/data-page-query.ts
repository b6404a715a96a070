import type { DataPageQuery } from "./data-build-page.ts";
import type { AddressParameters } from "./data-query.ts";

/**
 * What the address of a series asks for (`asOf`, `values=all`, `revisions=all`), and in sentences what of it was left out:
 * a misspelt `asOf` must not silently answer with the newest vintage. What begins with the key is about the chart, which
 * answers for it in the browser.
 */
export function readPageQuery(
  key: string,
  parameters: AddressParameters,
): {
  readonly query: DataPageQuery;
  readonly notices: readonly string[];
} {
  const { asOf, values, revisions, ...unknown } = parameters;
  const unread = Object.keys(unknown).filter((name) => !name.startsWith(`${key}.`));
  const notices = unread.map(
    (name) =>
      `The address asks for “${name.slice(0, 40)}”, which this page does not know. It knows asOf, values and revisions.`,
  );
  if (asOf !== undefined && typeof asOf !== "string") {
    notices.push("The address gives “asOf” more than once; the newest vintage is shown.");
  }
  return {
    query: {
      asOf: typeof asOf === "string" && asOf !== "" ? asOf : null,
      allValues: values === "all",
      allRevisions: revisions === "all",
    },
    notices,
  };
}

/** The address of a series, as of a day if one is given. */
export function seriesPath(
  key: string,
  { asOf, allValues = false, allRevisions = false }: Partial<DataPageQuery> = {},
): string {
  const parameters = new URLSearchParams();
  if (asOf) parameters.set("asOf", asOf);
  if (allValues) parameters.set("values", "all");
  if (allRevisions) parameters.set("revisions", "all");
  return parameters.size === 0 ? `/data/${key}` : `/data/${key}?${parameters.toString()}`;
}
