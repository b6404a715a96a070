import Link from "next/link";
import type { ListedArticle } from "#lib/site/preview-list";
import type { LedgerRow } from "../ledger/ledger.tsx";
import { sayState } from "./preview-frame.tsx";
import { previewPath } from "./preview-path.ts";

/** An article as a row of the list of all. */
export function listedRow({ slug, publication, found }: ListedArticle): LedgerRow {
  const { figures, words } = found?.coverage ?? {};
  return {
    key: slug,
    name: (
      <>
        <Link href={previewPath(slug)} prefetch={false}>
          {found?.headline || slug}
        </Link>
        <span className="ledger-mark">{slug}</span>
      </>
    ),
    cells: [
      sayState(publication),
      found === null ? "being looked at" : <Problems key="problems" found={found} />,
      figures ? `${figures.checked} of ${figures.claimed}` : "–",
      figures?.quoted ?? "–",
      figures?.exempt ?? "–",
      figures && words ? figures.unmarked + words.unmarked : "–",
    ],
  };
}

function Problems({ found }: { found: NonNullable<ListedArticle["found"]> }) {
  if (found.problems === 0) return "none";
  return (
    <>
      <b className="preview-wrong">{found.problems}</b>
      <span className="ledger-mark">{found.first}</span>
    </>
  );
}
