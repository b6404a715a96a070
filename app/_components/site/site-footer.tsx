import Link from "next/link";

/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        Every figure in an article is a claim that opens, a quotation, or marked as not checked.
        What the data contradict is not published.
      </p>
      <ul>
        <li>
          <Link href="/about" prefetch={false}>
            How Tickmark checks
          </Link>
        </li>
        <li>
          <a href="/feed.xml">Feed (RSS)</a>
        </li>
        <li>
          <a href="https://home.treasury.gov/data/treasury-international-capital-tic-system">
            The Treasury’s TIC system
          </a>
        </li>
      </ul>
    </footer>
  );
}
