import Link from "next/link";
import type { FacetChoice } from "#lib/site/data-facets";
import type { DataList } from "#lib/site/data-list";
import {
  dataFacets,
  dataPath,
  facetName,
  type DataFacet,
  type DataQuery,
} from "#lib/site/data-query";

/** Values of a facet that stand open; the others are folded away. */
const open = 8;

/** Ways to narrow the list, each with how many series it would leave. Links, so that a list has an address. */
export function DataFacets({ list: { facets, query } }: { list: DataList }) {
  return (
    <nav className="data-facets" id="narrow" aria-label="Narrow the list">
      {dataFacets.map((facet) => (
        <section key={facet} aria-labelledby={`facet-${facet}`}>
          <h2 id={`facet-${facet}`}>By {facetName[facet]}</h2>
          <Choices facet={facet} choices={facets[facet].slice(0, open)} query={query} />
          {facets[facet].length <= open ? null : (
            <details>
              <summary>{facets[facet].length - open} more</summary>
              <Choices
                facet={facet}
                choices={[...facets[facet].slice(open)].sort(byName)}
                query={query}
              />
            </details>
          )}
        </section>
      ))}
    </nav>
  );
}

function byName(left: FacetChoice, right: FacetChoice): number {
  return left.name.localeCompare(right.name, "en");
}

function Choices({
  facet,
  choices,
  query,
}: {
  facet: DataFacet;
  choices: readonly FacetChoice[];
  query: DataQuery;
}) {
  return (
    <ul>
      {choices.map(({ value, name, count, chosen }) => (
        <li key={value}>
          <Link
            href={dataPath({ ...query, [facet]: chosen ? null : value, page: 1 })}
            prefetch={false}
            rel="nofollow"
            aria-current={chosen ? "true" : undefined}
          >
            <span>{name}</span> <span className="data-facet-count">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
