/** A question to the API, for its documentation. */
export interface ApiExample {
  readonly title: string;
  /** Path and query. */
  readonly address: string;
  /** The fields of a JSON answer that are worth showing; a CSV is shown from its beginning. */
  readonly fields: readonly string[];
}

/** Run for the page that shows them, and by a test: what is printed there is what the API says. */
export const apiExamples: readonly ApiExample[] = [
  {
    title: "Japan’s holdings of Treasuries in the last months of 2025",
    address: "/api/series/mfh.holdings.japan.json?from=2025-11&to=2025-12",
    fields: ["asOf", "vintage", "citation", "observations"],
  },
  {
    title: "The United Kingdom’s in December 2025, as it was known in February 2026",
    address: "/api/series/mfh.holdings.united-kingdom.json?asOf=2026-02-28&from=2025-12",
    fields: ["asOf", "vintage", "observations"],
  },
  {
    title: "Every figure ever printed for that month",
    address: "/api/series/mfh.holdings.united-kingdom.json?vintages=all&from=2025-12&to=2025-12",
    fields: ["vintages", "observations"],
  },
  {
    title: "A table for a spreadsheet or a program",
    address: "/api/series/mfh.holdings.grand-total.csv?from=2025",
    fields: [],
  },
  {
    title: "An SDMX-CSV message",
    address: "/api/series/mfh.holdings.grand-total.csv?format=sdmx-csv&from=2025",
    fields: [],
  },
  {
    title: "Find a series; misspellings are forgiven here",
    address: "/api/series?search=jappan+holdings&limit=1",
    fields: ["total", "meant", "series"],
  },
  {
    title: "What a vintage changed, the largest revisions first",
    address: "/api/releases/mfh/2026-06-18/revisions?limit=1",
    fields: ["from", "to", "revised", "withdrawn", "summaries", "revisions"],
  },
  {
    title: "A misspelt parameter is refused, not passed over",
    address: "/api/series/mfh.holdings.japan.json?as_of=2026-02-28",
    fields: ["status", "detail", "errors", "known"],
  },
];
