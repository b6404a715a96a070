import Link from "next/link";
import { NoSuchPage } from "../site/no-such-page.tsx";

/** An address that names no topic. */
export function NoSuchTopic() {
  return (
    <NoSuchPage>
      <h1>There is no topic of this name.</h1>
      <p>
        Here are <Link href="/topics">all topics</Link>. You can also{" "}
        <Link href="/search">search everything</Link>.
      </p>
    </NoSuchPage>
  );
}
