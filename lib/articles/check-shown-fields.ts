import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import { findStrangeCharacter } from "./strange-characters.ts";
import { findUnmarked } from "./unmarked.ts";

/**
 * What readers see of the frontmatter says nothing that would need a mark: byline, topic and publishers. The title of a source
 * is the source's own.
 */
export function checkShownFields({ file, frontmatter }: Article): Problem[] {
  const { byline, topic, sources } = frontmatter;
  const at = { file, line: 1, column: 1 };
  const fields = [
    ["byline", byline],
    ["topic", topic],
    ...sources.map(({ id, publisher }) => [`the publisher of ${id}`, publisher] as const),
  ] as const;
  return fields.flatMap(([field, text]): Problem[] => [
    ...findStrangeCharacter(text, () => at),
    ...findUnmarked(text).map(({ kind, text: words }) => ({
      kind,
      message: `"${words}" stands in ${field}, where it cannot be checked`,
      at,
      fix: "say it in the text, as a claim",
    })),
  ]);
}
