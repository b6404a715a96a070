import Link from "next/link";
import { NoSuchPage } from "../site/no-such-page.tsx";

/** An address that names no article, or one that nobody is to see yet. */
export function NoSuchArticle() {
  return (
    <NoSuchPage>
      <h1>There is no article at this address.</h1>
      <p>
        The <Link href="/">front page</Link> has the newest, and the{" "}
        <Link href="/topics">topics</Link> have all of them. You can also{" "}
        <Link href="/search">search everything</Link>.
      </p>
    </NoSuchPage>
  );
}
