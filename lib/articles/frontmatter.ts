import { z } from "zod";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import { parseYaml } from "#lib/series/yaml-text";

const day = z
  .string()
  .refine(isVintageDate, "expected a day written YYYY-MM-DD, such as 2026-06-18");
const vintageDate = z.custom<VintageDate>(
  (value) => typeof value === "string" && isVintageDate(value),
  "expected the date of a vintage written YYYY-MM-DD, such as 2026-06-18",
);
const line = z.string().trim().min(1).max(300);

const sourceShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, "expected lower-case letters, digits and dashes"),
  publisher: line,
  title: line,
  date: day,
  url: z.url({ protocol: /^https?$/ }).nullable(),
});

const frontmatterShape = z
  .strictObject({
    /** Never changes, and does not stand in the address: feed readers know the article by it. */
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{2,60}$/, "expected lower-case letters, digits and dashes"),
    byline: line,
    topic: line,
    published: day,
    updated: day,
    asOf: vintageDate,
    sources: z.array(sourceShape).default([]),
  })
  .refine(({ published, updated }) => updated >= published, {
    path: ["updated"],
    message: "expected a day that is not before `published`",
  });

/** What stands between the two `---` lines of an article. */
export type Frontmatter = z.infer<typeof frontmatterShape>;

/** One source that quoted figures name. */
export type ArticleSource = Frontmatter["sources"][number];

/**
 * Reads the YAML between the `---` lines. `firstLine` is the line of the file on which the YAML starts. Unknown fields
 * are problems: a misspelt `asof` must not pass in silence.
 */
export function parseFrontmatter(
  yaml: string,
  file: string,
  firstLine: number,
): { frontmatter: Frontmatter | null; problems: Problem[] } {
  const parsed = parseYaml(yaml, frontmatterShape, file, firstLine);
  if (!parsed.ok) return { frontmatter: null, problems: [...parsed.problems] };
  const { value, placeOf } = parsed.value;
  const ids = value.sources.map((source) => source.id);
  const problems = ids.flatMap((id, position) =>
    ids.indexOf(id) === position
      ? []
      : [
          {
            kind: "wrong-shape",
            message: `sources: the id "${id}" is used twice`,
            at: placeOf(["sources", position, "id"]),
            fix: "give each source an id of its own",
          },
        ],
  );
  return { frontmatter: value, problems };
}
