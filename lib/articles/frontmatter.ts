import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";

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
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: "core" });
  const placeOf = (offset: number) => {
    const { line: row, col } = lines.linePos(offset);
    return { file, line: row + firstLine - 1, column: col };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      kind: "frontmatter",
      message: error.message.split("\n")[0] ?? "not valid YAML",
      at: placeOf(error.pos[0]),
      fix: "write the frontmatter as YAML, one `name: value` a line",
    }));
    return { frontmatter: null, problems };
  }
  const parsed = frontmatterShape.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (parsed.success)
    return { frontmatter: parsed.data, problems: duplicateSources(parsed.data, file, firstLine) };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    const node = document.getIn(path, true);
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
    const offset = Array.isArray(range) && typeof range[0] === "number" ? range[0] : 0;
    return {
      kind: "frontmatter",
      message: `${path.join(".") || "frontmatter"}: ${issue.message}`,
      at: placeOf(offset),
    };
  });
  return { frontmatter: null, problems };
}

function duplicateSources({ sources }: Frontmatter, file: string, line: number): Problem[] {
  const ids = sources.map((source) => source.id);
  const repeated = ids.filter((id, position) => ids.indexOf(id) !== position);
  return repeated.map((id) => ({
    kind: "frontmatter",
    message: `sources: the id "${id}" is used twice`,
    at: { file, line, column: 1 },
    fix: "give each source an id of its own",
  }));
}
