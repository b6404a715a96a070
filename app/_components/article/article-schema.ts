import type {
  CorrectionComment,
  DataDownload,
  Dataset,
  NewsArticle,
  WithContext,
} from "schema-dts";
import type { LedgerSource } from "#lib/evidence/ledger";
import type { ArticlePage } from "#lib/site/article-page";
import type { Correction } from "#lib/site/corrections";
import { ledgerFileNames, ledgerFilePath } from "#lib/site/ledger-path";
import type { LedgerFiles } from "#lib/site/ledger-files";

/** What an article rests on and what is offered beside it. */
export interface ArticleEvidence {
  readonly sources: readonly LedgerSource[];
  readonly files: LedgerFiles;
  readonly corrections: readonly Correction[];
  readonly absoluteUrl: (path: string) => string;
}

/** What search engines are told of a page. */
type ToldPage = Pick<
  ArticlePage,
  "slug" | "headline" | "dek" | "byline" | "topic" | "times" | "updated" | "latest"
> & {
  readonly charts: Readonly<Record<string, { readonly pngPath: string }>>;
  readonly counts: { readonly claims: number };
};

const publicDomain = "https://creativecommons.org/publicdomain/mark/1.0/";

/**
 * An article as schema.org data: what it cites (a Dataset for each vintage read, with the fingerprint of the file that was
 * read), its claims as files, and its corrections. There is no ClaimReview: that is for what others have said, and rating
 * one's own sentences as true would misuse it.
 */
export function articleSchema(
  page: ToldPage,
  { sources, files, corrections, absoluteUrl }: ArticleEvidence,
): WithContext<NewsArticle> {
  const address = absoluteUrl(`/articles/${page.slug}`);
  const datasets = sources.map((source) => datasetOf(source, absoluteUrl));
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: page.headline,
    description: page.dek,
    articleSection: page.topic,
    datePublished: page.times.published,
    dateModified: page.times.updated,
    inLanguage: "en-US",
    isAccessibleForFree: true,
    url: address,
    mainEntityOfPage: address,
    image: Object.values(page.charts).map(({ pngPath }) => absoluteUrl(pngPath)),
    author: { "@type": "Organization", name: page.byline },
    publisher: { "@type": "Organization", name: "Tickmark", url: absoluteUrl("/") },
    citation: datasets,
    isBasedOn: datasets.map(({ url }) => url),
    hasPart: claimsOf(page, files, absoluteUrl),
    ...(corrections.length > 0 && {
      correction: corrections.map((correction) => correctionOf(correction, absoluteUrl)),
    }),
  };
}

/** A vintage of a release, and the file of the Treasury that it was read from. */
function datasetOf(source: LedgerSource, absoluteUrl: ArticleEvidence["absoluteUrl"]) {
  const { release, vintage, file, url, sha256, bytes } = source;
  return {
    "@type": "Dataset",
    name: `${file}, vintage of ${vintage}`,
    description: `The table ${file} of the Treasury International Capital System as published on ${vintage}.`,
    url: absoluteUrl(`/releases/${release}/${vintage}`),
    version: vintage,
    datePublished: vintage,
    license: publicDomain,
    isAccessibleForFree: true,
    creator: { "@type": "GovernmentOrganization", name: "U.S. Department of the Treasury" },
    distribution: {
      "@type": "DataDownload",
      name: file,
      contentUrl: url,
      encodingFormat: formatOf(file),
      contentSize: `${bytes} B`,
      sha256,
    },
  } as const satisfies Dataset;
}

/** The claims of an article, in each of their files. */
function claimsOf(
  page: ToldPage,
  files: LedgerFiles,
  absoluteUrl: ArticleEvidence["absoluteUrl"],
): Dataset {
  return {
    "@type": "Dataset",
    name: `The claims of “${page.headline}”`,
    description: `${page.counts.claims} claims with their expressions, values, vintages and verdicts, and the published figures that they rest on.`,
    url: absoluteUrl(`/articles/${page.slug}/ledger`),
    version: page.latest,
    dateModified: page.updated > page.latest ? page.times.updated : page.latest,
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: page.byline },
    distribution: ledgerFileNames.map((name): DataDownload => {
      const { body, mediaType, sha256 } = files[name];
      return {
        "@type": "DataDownload",
        name,
        contentUrl: absoluteUrl(ledgerFilePath(page.slug, name)),
        encodingFormat: mediaType.split(";")[0] ?? mediaType,
        contentSize: `${body.length} B`,
        sha256,
      };
    }),
  };
}

function correctionOf(
  { article, date, instant, wrong, right, why }: Correction,
  absoluteUrl: ArticleEvidence["absoluteUrl"],
): CorrectionComment {
  return {
    "@type": "CorrectionComment",
    datePublished: instant ?? date,
    text: `Was: ${wrong} Is: ${right} ${why}`,
    url: absoluteUrl(`/articles/${article.slug}#corrections`),
  };
}

/** The Treasury's tables are text with tabs, whatever their names end in; its press releases are pages. */
function formatOf(file: string): string {
  if (file.endsWith(".csv")) return "text/csv";
  return file.includes(".") ? "text/tab-separated-values" : "text/html";
}
