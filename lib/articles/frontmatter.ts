import { z } from "zod";
import { findWrongDecisions } from "./wrong-decisions.ts";
import { findWrongIds } from "./correction-id.ts";
import { findWrongTimes, timeShape } from "./frontmatter-times.ts";
import {
  correctionShape,
  readCorrection,
  type ArticleCorrection,
} from "./frontmatter-correction.ts";
import { line } from "./frontmatter-line.ts";
import { appearsAt, type SaidTime } from "./publication-time.ts";
import { nearest } from "#lib/series/nearest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Place, Problem } from "#lib/series/problem";
import { checkShape, readYaml, type PlaceOf } from "#lib/series/yaml-text";

const dayForm = "expected a day written YYYY-MM-DD, such as 2026-06-18";
const day = z.string(dayForm).refine(isVintageDate, dayForm);
const vintageDate = z.custom<VintageDate>(
  (value) => typeof value === "string" && isVintageDate(value),
  "expected the date of a vintage written YYYY-MM-DD, such as 2026-06-18",
);
const figure = z
  .string("expected a figure as the source printed it, in quotes")
  .trim()
  .min(1)
  .max(100);

const sourceIdForm = "expected lower-case letters, digits and dashes, such as reuters-2026-02";
const formerForm = "expected a name that the folder had: lower-case letters, digits and dashes";
const articleIdForm =
  "expected 3 to 61 lower-case letters, digits and dashes that never change, such as foreign-buying-2025";

const sourceShape = z.strictObject({
  id: z.string(sourceIdForm).regex(/^[a-z0-9-]+$/, sourceIdForm),
  publisher: line,
  title: line,
  date: day,
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** What the source printed. A quoted figure must be among these, so that a changed digit shows. */
  figures: z.array(figure).max(500, "expected at most 500 figures").default([]),
});

/** What the words of an article are about where they do not say so themselves. */
const aboutShape = z.strictObject({
  area: line.optional(),
  class: line.optional(),
  measure: line.optional(),
  period: line.optional(),
});

/** What an editor decided about an article when a vintage came out. */
const decisionShape = z.strictObject({
  vintage: vintageDate,
  /** `signed`: read again at the vintage, which `asOf` names since. `left`: stays as written, on purpose. */
  decision: z.enum(["signed", "left"], "expected signed or left"),
  by: line,
  on: day,
  /** Why it was left, or what a reader should know. */
  note: line.optional(),
});

/** What a style check says of some words, and why they stay as they are. */
const styleWaiverShape = z.strictObject({
  rule: line,
  /** The words that the check is about, as they stand in the text. */
  words: line,
  reason: line.min(8, "expected the reason in a few words"),
});

const definitionName = /^[a-z][a-z0-9-]{0,60}$/;
const expressionText = z
  .string("expected an expression, in quotes")
  .trim()
  .min(1, "expected an expression")
  .max(2000, "expected an expression of at most 2000 characters");

const fieldsShape = z.strictObject({
  /** Never changes, and does not stand in the address: feed readers know the article by it. */
  id: z.string(articleIdForm).regex(/^[a-z0-9][a-z0-9-]{2,60}$/, articleIdForm),
  byline: line,
  topic: line,
  /** A day, or a day and time; see publication-time.ts. */
  published: timeShape,
  updated: timeShape,
  asOf: vintageDate,
  /** Folders that it had before: their addresses lead to it. */
  formerly: z
    .array(
      z.string(formerForm).regex(/^[a-z0-9-]+$/, formerForm),
      "expected a list of names that the folder had, such as [foreign-buying]",
    )
    .default([]),
  /** Not shown to anybody yet, whatever `published` says. */
  draft: z.boolean("expected true or false").default(false),
  sources: z.array(sourceShape).default([]),
  corrections: z.array(correctionShape).default([]),
  /** Written by `tickmark desk`, oldest first. */
  desk: z.array(decisionShape).default([]),
  /** What style checks may not say again; lib/style names them. */
  style: z.array(styleWaiverShape).max(200, "expected at most 200 waivers").default([]),
  about: aboutShape.default({}),
  define: z
    .record(z.string(), expressionText, "expected names with an expression each")
    .refine((names) => Object.keys(names).length <= 50, "expected at most 50 names")
    .superRefine((names, context) => {
      for (const name of Object.keys(names).filter((word) => !definitionName.test(word))) {
        const message =
          "expected a name of lower-case letters, digits and dashes that starts with a letter";
        context.addIssue({ code: "custom", path: [name], message });
      }
    })
    .default({}),
});

/** The shape of the frontmatter. */
export const frontmatterShape = fieldsShape
  .superRefine((fields, context) => {
    for (const { path, message } of findWrongTimes(fields))
      context.addIssue({ code: "custom", path, message });
  })
  .superRefine(({ asOf, published, desk }, context) => {
    for (const { index, field, message } of findWrongDecisions(desk, asOf, published.day))
      context.addIssue({ code: "custom", path: ["desk", index, field], message });
  });

/** What breaks YAML once breaks it for all that follows, and would hide the problems of the text. */
const mostProblems = 20;

export type { ArticleCorrection, WrittenCorrection } from "./frontmatter-correction.ts";

/** What stands between the two `---` lines of an article. */
export interface Frontmatter extends Omit<
  z.infer<typeof frontmatterShape>,
  "define" | "published" | "updated" | "corrections"
> {
  /** The days as written. */
  readonly published: string;
  readonly updated: string;
  /** The same with their times, where these are said. */
  readonly said: { readonly published: SaidTime; readonly updated: SaidTime };
  readonly corrections: readonly ArticleCorrection[];
  /** The instant in UTC from which on it is shown: `2026-11-30T14:00:00.000Z`. */
  readonly appears: string;
  /** Expressions that the article gives names to, in the order written: each may use those before it. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Where the expression of each name starts. */
  readonly definitionPlaces: ReadonlyMap<string, Place>;
  /** Names of fields with problems: nothing is held against them. */
  readonly unread: ReadonlySet<string>;
}

/** One source that quoted figures name. */
export type ArticleSource = Frontmatter["sources"][number];

/** One decision of an editor about a vintage. */
export type ArticleDecision = z.infer<typeof decisionShape>;

/**
 * Reads the YAML between the `---` lines. `firstLine` is the line of the file on which the YAML starts. Unknown fields
 * are problems: a misspelt `asof` must not pass in silence. Fields that no claim rests on may be wrong, and the rest is read all
 * the same, so that the problems of the text show at once; without the others there is no frontmatter.
 */
export function parseFrontmatter(
  yaml: string,
  file: string,
  firstLine: number,
): { frontmatter: Frontmatter | null; placeOf: PlaceOf; problems: Problem[] } {
  const read = readYaml(yaml, file, firstLine);
  if (!read.ok) {
    const placeOf = () => ({ file, line: firstLine, column: 1 });
    return { frontmatter: null, placeOf, problems: read.problems.slice(0, mostProblems) };
  }
  const { placeOf } = read.value;
  const checked = checkShape(read.value, frontmatterShape);
  const problems = checked.ok ? [] : checked.problems.slice(0, mostProblems);
  const rest = checked.ok
    ? { fields: checked.value.value, unread: new Set<string>() }
    : readRest(read.value.value);
  if (rest === null) return { frontmatter: null, placeOf, problems };
  const { define, published, updated, corrections, ...fields } = rest.fields;
  const names = Object.keys(define);
  const frontmatter = {
    ...fields,
    published: published.day,
    updated: updated.day,
    said: { published, updated },
    corrections: corrections.map(readCorrection),
    appears: appearsAt(published),
    definitions: new Map(Object.entries(define)),
    definitionPlaces: new Map(names.map((name) => [name, placeOf(["define", name])])),
    unread: rest.unread,
  };
  return { frontmatter, placeOf, problems: [...problems, ...findRepeated(frontmatter, placeOf)] };
}

/** Stands where a day cannot be read: `unread` has its field, and nobody counts from it. */
const anyDay = vintageDate.parse("1970-01-01");
const anyTime: SaidTime = { text: anyDay, day: anyDay, instant: null };

/** The same where fields that no claim rests on may hold anything; no page is made of an article with problems. */
const restShape = z.object({
  ...fieldsShape.shape,
  id: fieldsShape.shape.id.catch(""),
  byline: line.catch(""),
  topic: line.catch(""),
  formerly: fieldsShape.shape.formerly.catch([]),
  draft: z.boolean().catch(false),
  published: timeShape.catch(anyTime),
  updated: timeShape.catch(anyTime),
  sources: fieldsShape.shape.sources.catch([]),
  corrections: fieldsShape.shape.corrections.catch([]),
  desk: fieldsShape.shape.desk.catch([]),
  style: fieldsShape.shape.style.catch([]),
});

function readRest(
  value: unknown,
): { fields: z.infer<typeof fieldsShape>; unread: ReadonlySet<string> } | null {
  const rest = restShape.safeParse(value);
  if (!rest.success) return null;
  const issues = frontmatterShape.safeParse(value).error?.issues ?? [];
  // What is wrong with the whole has no path; a field that is unknown may be one that is misspelt.
  const wrong = issues.flatMap((issue) => {
    const [field] = issue.path;
    if (field !== undefined) return [String(field)];
    return issue.code === "unrecognized_keys"
      ? issue.keys.flatMap((key) => nearest(key, Object.keys(fieldsShape.shape), 1))
      : [];
  });
  return { fields: rest.data, unread: new Set(wrong) };
}

/** What stands twice and should once. */
function findRepeated(
  { sources, corrections }: Pick<Frontmatter, "sources" | "corrections">,
  placeOf: PlaceOf,
): Problem[] {
  const ids = sources.map(({ id }) => id);
  return [
    ...findTwice(ids).map((position) => ({
      kind: "wrong-shape",
      message: `sources: the id "${ids[position]}" is used twice`,
      at: placeOf(["sources", position, "id"]),
      fix: "give each source an id of its own",
    })),
    ...sources.flatMap(({ id, figures }, source) =>
      findTwice(figures).map((position) => ({
        kind: "wrong-shape",
        message: `sources: "${figures[position]}" stands twice among the figures of "${id}"`,
        at: placeOf(["sources", source, "figures", position]),
        fix: "write each figure once",
      })),
    ),
    ...findWrongIds(corrections, placeOf),
  ];
}

/** The positions of what has stood before. */
function findTwice(texts: readonly string[]): number[] {
  return [...texts.keys()].filter((position) => texts.indexOf(texts[position] ?? "") !== position);
}
