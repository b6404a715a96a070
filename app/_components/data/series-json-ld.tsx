import type { Dataset, WithContext } from "schema-dts";
import { unitInWords, valuesInWords } from "#lib/site/data-words";
import type { DataPage } from "#lib/site/data-page";
import { seriesPath } from "#lib/site/data-page-query";
import { absoluteUrl } from "../../_data/site-url.ts";
import { scriptSafeJson } from "../article/script-safe-json.ts";

const files = [
  { extension: "csv", encodingFormat: "text/csv" },
  { extension: "json", encodingFormat: "application/json" },
] as const;

/** The series as schema.org data, for search engines. */
export function SeriesJsonLd({ page }: { page: DataPage }) {
  const { series, release, area, vintage, span } = page;
  const dataset: WithContext<Dataset> = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: series.title,
    identifier: series.key,
    description: `${valuesInWords(series)}, ${unitInWords(series)}. ${series.signConvention}`,
    url: absoluteUrl(seriesPath(series.key)),
    license: "https://creativecommons.org/publicdomain/mark/1.0/",
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: release.publisher },
    isBasedOn: release.url,
    dateModified: vintage.date,
    version: vintage.date,
    measurementTechnique: series.notes.length === 0 ? series.signConvention : [...series.notes],
    variableMeasured: series.names[0] ?? series.title,
    ...(area === null ? {} : { spatialCoverage: area.name }),
    ...(span === null ? {} : { temporalCoverage: `${span.first}/${span.last}` }),
    distribution: files.map(({ extension, encodingFormat }) => ({
      "@type": "DataDownload",
      contentUrl: absoluteUrl(`/api/series/${series.key}.${extension}`),
      encodingFormat,
    })),
  };
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: scriptSafeJson(dataset) }}
    />
  );
}
