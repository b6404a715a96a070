import type { Metadata } from "next";
import Link from "next/link";
import { formatDay } from "#lib/series/format";
import { NoSuchArticle } from "../../../_components/article/no-such-article.tsx";
import { ClaimLedger } from "../../../_components/ledger/claim-ledger.tsx";
import { LedgerFileLinks } from "../../../_components/ledger/ledger-files.tsx";
import { alternatesOf } from "../../../_components/site/alternates.ts";
import { listArticles } from "../../../_data/article.ts";
import { getLedger, getLedgerFiles } from "../../../_data/ledger.ts";
import { madeFromArticle } from "../../../_data/made-from.ts";
import { followMoved } from "../../../_data/moved.ts";
import "../../../_styles/area-and-release.css";
import "../../../_styles/article-ledger.css";

interface LedgerProps {
  readonly params: Promise<{ slug: string }>;
}

/** Made ahead; one that comes later, when somebody first asks for it. */
export async function generateStaticParams() {
  return (await listArticles()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: LedgerProps): Promise<Metadata> {
  const ledger = await getLedger((await params).slug);
  if (ledger === null) return { title: "No such article" };
  const { slug, headline } = ledger.article;
  return {
    ...(await madeFromArticle(slug)),
    title: `The ledger of “${headline}”`,
    description: `All ${ledger.claims.length} claims of the article: what each computes, its value, and how it stands.`,
    alternates: alternatesOf(`/articles/${slug}/ledger`),
  };
}

/** Every claim of an article with what it computes, on a page that is as long as it needs. */
export default async function LedgerPage({ params }: LedgerProps) {
  const { slug } = await params;
  const [ledger, files] = await Promise.all([getLedger(slug), getLedgerFiles(slug)]);
  if (ledger === null || files === null) {
    await followMoved(slug, "/ledger");
    return <NoSuchArticle />;
  }
  const { article, claims, cells, newest } = ledger;
  return (
    <article className="register ledger-page">
      <header className="register-head">
        <p className="kicker">The ledger</p>
        <h1>
          <Link href={`/articles/${slug}`} prefetch={false}>
            {article.headline}
          </Link>
        </h1>
        <p className="dek">
          All {claims.length} claims in the order of the text, and the {cells.length} published
          figures that they rest on.
        </p>
      </header>
      <p className="side-note">
        A number leads to its place in the article, the words to their receipt. “As published” is
        the vintage named; “now” is that of {formatDay(newest)}, the newest held.
      </p>
      <LedgerFileLinks slug={slug} files={files} />
      <ClaimLedger ledger={ledger} />
      <section aria-labelledby="evidence">
        <h2 id="evidence">To check it without us</h2>
        <p className="side-note">
          The evidence is a zip file: the claims, every figure used with its line and column in the
          Treasury’s files, the SHA-256 of those files, and one short program that computes each
          claim again. It needs Node and nothing of ours. The <code>README.md</code> in it gives the
          commands, and works out a claim by hand.
        </p>
      </section>
    </article>
  );
}
