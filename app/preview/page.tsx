import type { Metadata } from "next";
import { Ledger } from "../_components/ledger/ledger.tsx";
import { ListGoesOn } from "../_components/preview/list-goes-on.client.tsx";
import { listedRow } from "../_components/preview/listed-article.tsx";
import { NoPreview } from "../_components/preview/no-preview.tsx";
import { isPreview } from "../_data/is-preview.ts";
import { previews } from "../_data/preview.ts";
import "../_styles/area-and-release.css";
import "../_styles/release.css";
import "../_styles/preview-list.css";

// What stands in the folder now.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return isPreview() ? { title: "Preview", robots: { index: false, follow: false } } : {};
}

/** All articles, with what keeps each from its readers. */
export default async function PreviewListRoute() {
  if (!isPreview()) return <NoPreview />;
  const articles = await previews().list();
  const unseen = articles.filter(({ found }) => found === null).length;
  return (
    <div className="register preview-list">
      <header className="register-head">
        <p className="kicker">Preview</p>
        <h1>Articles in the making</h1>
        <p className="dek">
          Every article of the content folder, those that readers do not see yet first. Open one to
          see it as they will, with what the gate says of it.
        </p>
      </header>
      {articles.length === 0 ? (
        <p className="remark">
          There is none yet. <code>npx tickmark new &quot;A title&quot;</code> begins one.
        </p>
      ) : (
        <Ledger
          label="Articles and their problems"
          className="ledger-stack"
          columns={[
            { title: "Article" },
            { title: "State" },
            { title: "Problems" },
            { title: "Figures held", kind: "figure" },
            { title: "Figures quoted", kind: "figure" },
            { title: "Figures exempt", kind: "figure" },
            { title: "Unmarked, words too", kind: "figure" },
          ]}
          rows={articles.map(listedRow)}
        />
      )}
      {unseen === 0 ? null : <ListGoesOn unseen={unseen} />}
    </div>
  );
}
