import Link from "next/link";
import { getHome } from "../../_data/home.ts";
import { SearchOpener } from "../search/search-opener.client.tsx";
import { Tick } from "../tick/tick.tsx";
import "../../_styles/search-open.css";
import { Day } from "./day.tsx";
import { SiteNav } from "./site-nav.client.tsx";

/** The head of every page: the edition's date, the name, the newest vintage held, and a double rule. */
export async function Masthead() {
  const { edition, newestVintage } = await getHome();
  return (
    <header className="masthead">
      <div className="masthead-plate">
        <p className="masthead-ear">
          <span>Edition</span> <Day date={edition} />
        </p>
        <p className="masthead-name">
          <Link href="/" prefetch={false}>
            Tickmark
            <Tick kind="holds" />
          </Link>
        </p>
        <p className="masthead-ear">
          <span>Newest vintage held</span> <Day date={newestVintage} />
        </p>
      </div>
      <nav className="masthead-nav" aria-label="Site">
        <SiteNav />
      </nav>
      <SearchOpener />
    </header>
  );
}
