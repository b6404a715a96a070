import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import { checkShownText } from "./check-shown-text.ts";

/**
 * What readers see of the frontmatter says nothing that would need a mark: byline, topic, publishers, and the titles in brackets,
 * which are ours. Any other title of a source is the source's own.
 */
export function checkShownFields({ frontmatter, fieldPlace }: Article): Problem[] {
  const { byline, topic, sources } = frontmatter;
  const ofSources = sources.flatMap(({ id, publisher, title }, position) => [
    { text: publisher, what: `the publisher of ${id}`, path: ["sources", position, "publisher"] },
    ...(title.startsWith("[")
      ? [{ text: title, what: `our title of ${id}`, path: ["sources", position, "title"] }]
      : []),
  ]);
  return [
    { text: byline, what: "byline", path: ["byline"] },
    { text: topic, what: "topic", path: ["topic"] },
    ...ofSources,
  ].flatMap(({ text, what, path }) =>
    checkShownText({
      text,
      what,
      explains: false,
      placeOf: (offset) => fieldPlace(path, offset),
    }),
  );
}
