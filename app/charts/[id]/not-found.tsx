import Link from "next/link";

/** An address that names no chart. */
export default function NoSuchChart() {
  return (
    <div className="notice">
      <p className="kicker">404</p>
      <h1>There is no chart of this name.</h1>
      <p>
        The list of <Link href="/charts">all charts</Link> has each by its headline. A single series
        has its own chart, on its page in the <Link href="/data">index of series</Link>.
      </p>
    </div>
  );
}
