import Link from "next/link";
import { NoSuchPage } from "../site/no-such-page.tsx";

/** An address that names no chart. */
export function NoSuchChart() {
  return (
    <NoSuchPage>
      <h1>There is no chart of this name.</h1>
      <p>
        The list of <Link href="/charts">all charts</Link> has each by its headline. A single series
        has its own chart, on its page in the <Link href="/data">index of series</Link>.
      </p>
    </NoSuchPage>
  );
}
