import Link from "next/link";
import { getHomeIfAny } from "../../_data/preview.ts";
import { SearchOpener } from "../search/search-opener.client.tsx";
import { Tick } from "../tick/tick.tsx";
import "../../_styles/search-open.css";
import { Day } from "./day.tsx";
import { SiteNav } from "./site-nav.client.tsx";

/**
 * The head of every page: the edition's date, the name, the newest vintage held, and a double rule. Over a preview of content
 * that makes no site there is the name alone.
 */
export async function Masthead() {
  const home = await getHomeIfAny();
  return (
    <header className="masthead">
      <div className="masthead-plate">
        <p className="masthead-ear">
          {home === null ? null : (
            <>
              <span>Edition</span> <Day date={home.edition} />
            </>
          )}
        </p>
        <p className="masthead-name">
          <Link href="/" prefetch={false}>
            Tickmark
            <Tick kind="holds" />
          </Link>
        </p>
        <p className="masthead-ear">
          {home === null ? null : (
            <>
              <span>Newest vintage held</span> <Day date={home.newestVintage} />
            </>
          )}
        </p>
      </div>
      <nav className="masthead-nav" aria-label="Site">
        <SiteNav />
      </nav>
      <SearchOpener />
    </header>
  );
}
