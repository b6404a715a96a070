import { dataFacets, type DataQuery } from "#lib/site/data-query";

/** The search box: a form that works without JavaScript and keeps what the list is narrowed to. */
export function DataSearch({ query }: { query: DataQuery }) {
  return (
    <search>
      <form className="data-search" action="/data" method="get">
        <label htmlFor="data-search-text">Search the series</label>
        <input
          id="data-search-text"
          name="search"
          type="search"
          defaultValue={query.search}
          placeholder="Japan holdings, corporate bonds, FRED id …"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={120}
        />
        {dataFacets.map((name) => {
          const value = query[name];
          return value === null ? null : (
            <input key={name} type="hidden" name={name} value={value} />
          );
        })}
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
