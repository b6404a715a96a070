import type { FeedSubject } from "#lib/feeds/feed";
import { feedFormats, feedPath, formatNames } from "#lib/feeds/feed-path";

/** Feeds with what each carries and its address in every format. */
export function FeedLedger({ feeds }: { readonly feeds: readonly FeedSubject[] }) {
  return (
    <table className="ledger feeds">
      <thead>
        <tr>
          <th scope="col">Feed</th>
          <th scope="col">Address</th>
        </tr>
      </thead>
      <tbody>
        {feeds.map(({ path, name, description }) => (
          <tr key={path}>
            <th scope="row">
              <strong>{name}</strong>
              <p>{description}</p>
            </th>
            <td>
              {formatNames.map((format) => (
                <a key={format} href={feedPath(path, format)}>
                  {feedFormats[format].name}
                </a>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
