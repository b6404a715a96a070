import type { Metadata } from "next";
import { cardSize } from "#lib/charts/card-size";
import { NoPreview } from "../../../_components/preview/no-preview.tsx";
import { PreviewFrame } from "../../../_components/preview/preview-frame.tsx";
import { getPreview } from "../../../_data/preview.ts";
import { siteUrl } from "../../../_data/site-url.ts";
import { previewMetadata, type PreviewProps } from "../../preview-metadata.ts";
import "../../../_styles/preview-feed.css";

export const dynamic = "force-dynamic";

export function generateMetadata({ params }: PreviewProps): Promise<Metadata> {
  return previewMetadata(params);
}

/** What networks will show beside a link to an article. */
export default async function CardPreviewRoute({ params }: PreviewProps) {
  const { slug } = await params;
  const preview = await getPreview(slug, null);
  if (preview === null) return <NoPreview />;
  const page = preview.read?.page;
  return (
    <PreviewFrame preview={preview} tab="card">
      {page === undefined ? (
        <p className="remark">The card is drawn when the article can be read.</p>
      ) : (
        <figure className="preview-card">
          <picture>
            <img
              src={`/preview/${slug}/card.png?of=${preview.mark}`}
              alt={`The card: ${page.headline}`}
              {...cardSize}
            />
          </picture>
          <figcaption>
            <span>{siteUrl().host}</span>
            <b>{page.headline}</b>
            <span>{page.dek}</span>
          </figcaption>
        </figure>
      )}
    </PreviewFrame>
  );
}
