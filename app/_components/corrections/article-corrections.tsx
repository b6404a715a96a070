import { listCorrections } from "../../_data/corrections.ts";
import { CorrectionList } from "./correction-list.tsx";

/** What was corrected in an article, at its end; nothing when nothing was. */
export async function ArticleCorrections({ slug }: { slug: string }) {
  const own = (await listCorrections()).filter(({ article }) => article.slug === slug);
  if (own.length === 0) return null;
  return (
    <section className="sources" id="corrections" aria-labelledby="corrections-heading">
      <h2 id="corrections-heading">Corrections</h2>
      <CorrectionList corrections={own} named={false} />
    </section>
  );
}
