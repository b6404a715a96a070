/** What a reader of `/data` asks for. Slugs may name nothing; the page then says that nothing fits. */
export interface DataQuery {
  /** Words as typed; empty when there are none. */
  readonly search: string;
  readonly release: string | null;
  readonly class: string | null;
  readonly measure: string | null;
  readonly area: string | null;
  /** Counted from 1. */
  readonly page: number;
}

export const dataFacets = ["release", "class", "measure", "area"] as const;
export type DataFacet = (typeof dataFacets)[number];

/** What stands behind the question mark of an address, as Next hands it over. */
export type AddressParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export const wholeIndex: DataQuery = {
  search: "",
  release: null,
  class: null,
  measure: null,
  area: null,
  page: 1,
};

const longestSearch = 120;
/** No store that we know of has a page beyond. */
const lastPage = 10_000;

/**
 * The question that an address asks, and in sentences what of it was left out: an unknown or repeated parameter, a slug that
 * cannot be one, a page that is no number. An empty parameter is what a form sends for a field left alone.
 */
export function readDataQuery(parameters: AddressParameters): {
  readonly query: DataQuery;
  readonly notices: readonly string[];
} {
  const notices: string[] = [];
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === "") continue;
    if (!Object.hasOwn(wholeIndex, name)) {
      notices.push(`The address asks for “${short(name)}”, which this page does not know.`);
    } else if (typeof value !== "string") {
      notices.push(`The address gives “${name}” more than once; it was left out.`);
    } else {
      given.set(name, value);
    }
  }
  const slug = (name: DataFacet): string | null => {
    const value = given.get(name);
    if (value === undefined) return null;
    if (/^[a-z0-9][a-z0-9-]{0,79}$/.test(value)) return value;
    notices.push(`“${short(value)}” cannot be the name of a ${facetName[name]}; it was left out.`);
    return null;
  };
  // A control character means nothing in words, and PostgreSQL takes no NUL.
  const search = (given.get("search") ?? "").replaceAll(/\p{Cc}/gu, " ").trim();
  if (search.length > longestSearch) {
    notices.push(`Only the first ${longestSearch} letters were looked for.`);
  }
  const page = given.get("page") ?? "1";
  const known = /^[1-9]\d{0,4}$/.test(page) && Number(page) <= lastPage;
  if (!known) notices.push(`“${short(page)}” is not the number of a page; this is the first.`);
  return {
    query: {
      search: search.slice(0, longestSearch),
      release: slug("release"),
      class: slug("class"),
      measure: slug("measure"),
      area: slug("area"),
      page: known ? Number(page) : 1,
    },
    notices,
  };
}

/** What a reader calls each facet. */
export const facetName = {
  release: "table",
  class: "class",
  measure: "measure",
  area: "area",
} as const satisfies Record<DataFacet, string>;

/** The address of a question; what is not asked does not stand in it, and the order never changes. */
export function dataPath({ search, page, ...facets }: DataQuery): string {
  const parameters = new URLSearchParams();
  if (search !== "") parameters.set("search", search);
  for (const name of dataFacets) {
    const value = facets[name];
    if (value !== null) parameters.set(name, value);
  }
  if (page > 1) parameters.set("page", String(page));
  return parameters.size === 0 ? "/data" : `/data?${parameters.toString()}`;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
