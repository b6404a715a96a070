/** The search box of its page: a form that works without JavaScript. */
export function SearchForm({ text }: { text: string }) {
  return (
    <search>
      <form className="search-form" action="/search" method="get">
        <label htmlFor="search-text">
          Articles, claims, series, areas, charts, releases, glossary; words in quotes stand
          together
        </label>
        <input
          id="search-text"
          name="q"
          type="search"
          defaultValue={text}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
