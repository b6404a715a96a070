import type { AnsweredExample } from "#lib/api/guide";

/** A question to the API and the beginning of what it says. */
export function ApiExample({ example }: { example: AnsweredExample }) {
  const { title, address, status, mediaType, excerpt, fields } = example;
  return (
    <figure className="api-example">
      <figcaption>
        <h3>{title}</h3>
        <p className="api-address">
          <a href={address}>
            <code>GET {address}</code>
          </a>
        </p>
        <p className="label">
          {status} {mediaType}, {fields.length > 0 ? "in part" : "its first rows"}:
        </p>
      </figcaption>
      {/* It scrolls, so the keyboard must reach it. */}
      <pre tabIndex={0} role="region" aria-label={`Answer: ${title}`}>
        <code>{excerpt}</code>
      </pre>
    </figure>
  );
}
