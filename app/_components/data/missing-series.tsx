import Link from "next/link";
import { seriesPath } from "#lib/site/data-page-query";
import { NoSuchPage } from "../site/no-such-page.tsx";

/** A key that names no series, and those that look like it. */
export function MissingSeries({ wanted, near }: { wanted: string; near: readonly string[] }) {
  const shown = decoded(wanted).slice(0, 80);
  return (
    <NoSuchPage>
      <h1>There is no such series.</h1>
      <p>
        No series has the key <code>{shown}</code>.{" "}
        {near.length === 0 ? "None has a key like it." : "The nearest are:"}
      </p>
      {near.length === 0 ? null : (
        <ul className="data-near">
          {near.map((key) => (
            <li key={key}>
              <Link href={seriesPath(key)} prefetch={false}>
                <code>{key}</code>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={`/data?search=${encodeURIComponent(shown)}`} prefetch={false}>
          Search the index for it
        </Link>
        , or <Link href="/data">see every series</Link>.
      </p>
    </NoSuchPage>
  );
}

/** Next hands over what stood in the address, encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
