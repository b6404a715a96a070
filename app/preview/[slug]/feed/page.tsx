import type { Metadata } from "next";
import { formatTime } from "#lib/series/format";
import { NoPreview } from "../../../_components/preview/no-preview.tsx";
import { PreviewFrame } from "../../../_components/preview/preview-frame.tsx";
import { getFeedPreview, getPreview } from "../../../_data/preview.ts";
import { previewMetadata, type PreviewProps } from "../../preview-metadata.ts";
import "../../../_styles/preview-feed.css";

export const dynamic = "force-dynamic";

export function generateMetadata({ params }: PreviewProps): Promise<Metadata> {
  return previewMetadata(params);
}

/** The entries that feeds will have of an article, as a reader of feeds may show them. */
export default async function FeedPreviewRoute({ params }: PreviewProps) {
  const { slug } = await params;
  const preview = await getPreview(slug, null);
  if (preview === null) return <NoPreview />;
  const entries = await getFeedPreview(slug);
  return (
    <PreviewFrame preview={preview} tab="feed">
      {typeof entries === "string" ? <p className="remark">{entries}</p> : null}
      {typeof entries === "string"
        ? null
        : entries.map(({ entry, document, atom }) => (
            <section key={entry.id} className="preview-entry" aria-label={entry.title}>
              <h2>{entry.title}</h2>
              <dl>
                <div>
                  <dt>Summary</dt>
                  <dd>{entry.summary}</dd>
                </div>
                <div>
                  <dt>By</dt>
                  <dd>{entry.author}</dd>
                </div>
                <div>
                  <dt>Dated</dt>
                  <dd>
                    {formatTime(entry.published)}
                    {entry.updated === entry.published
                      ? ""
                      : `, updated ${formatTime(entry.updated)}`}
                  </dd>
                </div>
                <div>
                  <dt>Filed under</dt>
                  <dd>{entry.categories.join(", ")}</dd>
                </div>
                <div>
                  <dt>Known as</dt>
                  <dd>
                    <code>{entry.id}</code>
                  </dd>
                </div>
              </dl>
              <iframe sandbox="" srcDoc={document} title={`The entry “${entry.title}”`} />
              <details className="preview-fold">
                <summary>As Atom</summary>
                <pre tabIndex={0}>{atom}</pre>
              </details>
            </section>
          ))}
    </PreviewFrame>
  );
}
