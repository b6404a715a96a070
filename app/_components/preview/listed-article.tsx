import Link from "next/link";
import type { ListedArticle } from "#lib/site/preview-list";
import type { LedgerRow } from "../ledger/ledger.tsx";
import { sayState } from "./preview-frame.tsx";
import { previewPath } from "./preview-path.ts";

/** An article as a row of the list of all: under its name the first of what is wrong with it, as far as two lines go. */
export function listedRow({ slug, publication, found }: ListedArticle): LedgerRow {
  const { figures, words } = found?.coverage ?? {};
  return {
    key: slug,
    name: (
      <>
        <Link href={previewPath(slug)} prefetch={false}>
          {found?.headline || slug}
        </Link>
        {found?.headline ? <span className="ledger-mark">{slug}</span> : null}
        {found?.first ? <span className="preview-first">{found.first}</span> : null}
      </>
    ),
    cells: [
      sayState(publication),
      found === null ? "being looked at" : sayProblems(found.problems),
      figures ? `${figures.checked} of ${figures.claimed}` : "–",
      figures?.quoted ?? "–",
      figures?.exempt ?? "–",
      figures && words ? figures.unmarked + words.unmarked : "–",
    ],
  };
}

function sayProblems(count: number) {
  return count === 0 ? "none" : <b className="preview-wrong">{count}</b>;
}
