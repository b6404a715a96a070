import Link from "next/link";
import { NoSuchPage } from "../site/no-such-page.tsx";

/** An address that names no area. */
export function NoSuchArea() {
  return (
    <NoSuchPage>
      <h1>There is no area of this name.</h1>
      <p>
        The list of <Link href="/areas">all areas</Link> has every country, region and group of
        holders in the files. You can also <Link href="/search">search everything</Link>.
      </p>
    </NoSuchPage>
  );
}
