import Link from "next/link";
import { NoSuchPage } from "../site/no-such-page.tsx";

/** An address that names no release, or a day on which none of its vintages came out. */
export function NoSuchVintage({ what }: { what: "release" | "vintage" }) {
  return (
    <NoSuchPage>
      <h1>No such {what} is held.</h1>
      <p>
        The list of <Link href="/releases">all releases</Link> has each with the days of its
        vintages, and the days to come. You can also <Link href="/search">search everything</Link>.
      </p>
    </NoSuchPage>
  );
}
