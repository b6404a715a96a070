import type { FeedSubject } from "#lib/feeds/feed";
import { feedFormats, feedPath, formatNames } from "#lib/feeds/feed-path";
import { CopyButton } from "../receipt/copy-button.client.tsx";

interface FeedLedgerProps {
  readonly feeds: readonly FeedSubject[];
  readonly absoluteUrl: (path: string) => string;
}

/** Feeds with what each carries, and its address in every format: as text, since a reader of feeds wants it pasted. */
export function FeedLedger({ feeds, absoluteUrl }: FeedLedgerProps) {
  return (
    <ul className="feeds" aria-labelledby="feeds">
      {feeds.map(({ path, name, description }) => (
        <li key={path}>
          <h3>{name}</h3>
          <p>{description}</p>
          <dl>
            {formatNames.map((format) => {
              const own = feedPath(path, format);
              const address = absoluteUrl(own);
              return (
                <div key={format}>
                  <dt>
                    <a href={own}>{feedFormats[format].name}</a>
                  </dt>
                  <dd>
                    <code>{address}</code>
                  </dd>
                  <dd>
                    <CopyButton text={address} what={`${name}, ${feedFormats[format].name}`} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}
