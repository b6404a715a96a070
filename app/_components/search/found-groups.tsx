import { groupDigits } from "#lib/series/format";
import type { FoundGroup, FoundItem, SearchFound } from "#lib/site/search-found";
import { MarkedText } from "./marked-text.tsx";

/** What was found, in groups, each with a heading and its count. */
export function FoundGroups({ found: { groups, meant, text } }: { found: SearchFound }) {
  return (
    <>
      {meant === null ? null : (
        <p className="search-said" role="status">
          Nothing has “{text}”. This is what was found for <strong>{meant}</strong>.
        </p>
      )}
      {groups.length < 2 ? null : (
        <nav className="search-jump" aria-label="Kinds found">
          <ul>
            {groups.map(({ kind, title, total }) => (
              <li key={kind}>
                <a href={`#found-${kind}`}>
                  {title} <span>{groupDigits(String(total))}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="search-groups">
        {groups.map((group) => (
          <Group key={group.kind} group={group} />
        ))}
      </div>
    </>
  );
}

function Group({ group }: { group: FoundGroup }) {
  const { kind, title, total, items, more } = group;
  return (
    <section className="search-group" aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`}>
        {title} <span>{countOf(group)}</span>
      </h2>
      <ol>
        {items.map((item) => (
          <Item key={item.path} item={item} />
        ))}
      </ol>
      {more === null ? null : (
        <p className="search-more">
          <a href={more}>All {groupDigits(String(total))} series</a>
        </p>
      )}
    </section>
  );
}

/** "12", "8 of 1,200", "1, in 3 places". */
function countOf({ total, places, items }: FoundGroup): string {
  const [all, everywhere] = [total, places].map((count) => groupDigits(String(count)));
  const shown = items.length === places ? "" : `${items.length} of `;
  return total === places ? `${shown}${all}` : `${all}, in ${shown}${everywhere} places`;
}

function Item({ item: { path, title, excerpt, place, figure } }: { item: FoundItem }) {
  return (
    <li className="search-item">
      <div>
        <a className="search-item-title" href={path}>
          <MarkedText pieces={title} />
        </a>
        {place === null ? null : <p className="search-item-place">{place}</p>}
        {excerpt.length === 0 ? null : (
          <p className="search-item-excerpt">
            <MarkedText pieces={excerpt} />
          </p>
        )}
      </div>
      {figure === null ? null : (
        <p className="search-item-figure">
          <span>{figure.value}</span> <span>{figure.note}</span>
        </p>
      )}
    </li>
  );
}
