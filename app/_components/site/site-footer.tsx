import Link from "next/link";

/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        Every amount in an article opens, is quoted, or is marked as not checked. A marked claim
        that the data contradict is not published.
      </p>
      <ul>
        {[
          ["/topics", "Topics"],
          ["/charts", "Charts"],
          ["/data", "Series"],
          ["/areas", "Areas"],
          ["/releases", "Releases"],
          ["/check", "Check a text"],
          ["/developers", "For programs"],
          ["/developers/components", "For editors"],
          ["/about", "How Tickmark checks"],
          ["/glossary", "Glossary"],
          ["/corrections", "Corrections"],
          ["/desk", "Revision desk"],
          ["/feeds", "Feeds"],
          ["/status", "Status"],
        ].map(([href = "/", name]) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
        <li>
          <a href="https://home.treasury.gov/data/treasury-international-capital-tic-system">
            The Treasury’s TIC system
          </a>
        </li>
      </ul>
    </footer>
  );
}
