import type { Metadata } from "next";
import { ArticleSources } from "../../_components/article/article-sources.tsx";
import { CorrectionList } from "../../_components/corrections/correction-list.tsx";
import { TermNotes } from "../../_components/glossary/term-notes.tsx";
import { NoPreview } from "../../_components/preview/no-preview.tsx";
import { previewBody } from "../../_components/preview/preview-body.tsx";
import { PreviewFrame } from "../../_components/preview/preview-frame.tsx";
import { getPreview } from "../../_data/preview.ts";
import { previewMetadata, type PreviewProps } from "../preview-metadata.ts";

// What stands in the files now.
export const dynamic = "force-dynamic";

export function generateMetadata({ params }: PreviewProps): Promise<Metadata> {
  return previewMetadata(params);
}

/** An article as readers will have it, with what its editor should know. */
export default async function PreviewRoute({ params, searchParams }: PreviewProps) {
  const [{ slug }, { at }] = await Promise.all([params, searchParams]);
  const preview = await getPreview(slug, typeof at === "string" ? at : null);
  if (preview === null) return <NoPreview />;
  const { read, problems, staleSince } = preview;
  return (
    <PreviewFrame preview={preview} tab="article">
      {read === null ? (
        <p className="remark">
          Nothing of the article can be shown before its first problem is mended.
        </p>
      ) : (
        <div className="article-zones">
          <article className="article">
            <p className="kicker">{read.page.topic}</p>
            {previewBody(read, staleSince === null ? problems : [])}
            <TermNotes terms={read.page.terms} />
            {read.corrections.length === 0 ? null : (
              <section className="sources" id="corrections" aria-labelledby="corrections-heading">
                <h2 id="corrections-heading">Corrections</h2>
                <CorrectionList corrections={read.corrections} named={false} />
              </section>
            )}
            <ArticleSources page={read.page} />
          </article>
        </div>
      )}
    </PreviewFrame>
  );
}
