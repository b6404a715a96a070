import Link from "next/link";
import { NoSuchPage } from "../site/no-such-page.tsx";

/** An address that names no claim of an article. */
export function NoSuchReceipt({ slug }: { slug: string | null }) {
  return (
    <NoSuchPage>
      <h1>There is no such claim.</h1>
      <p>
        {slug === null ? (
          <>
            Nor is there an article of this name: the <Link href="/">front page</Link> has the
            newest.
          </>
        ) : (
          <>
            It may have been taken out of <Link href={`/articles/${slug}`}>its article</Link>; the{" "}
            <Link href={`/articles/${slug}/ledger`}>ledger</Link> lists those that are there.
          </>
        )}
      </p>
    </NoSuchPage>
  );
}
