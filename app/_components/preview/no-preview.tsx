import Link from "next/link";
import { NoSuchPage } from "../site/no-such-page.tsx";

/** Where there is nothing to preview: the same as any address that leads nowhere. */
export function NoPreview() {
  return (
    <NoSuchPage>
      <h1>There is no such page in the ledger.</h1>
      <p>
        The <Link href="/">front page</Link> has the newest article.
      </p>
    </NoSuchPage>
  );
}
