import path from "node:path";
import { z } from "zod";
import { checkShownText } from "#lib/articles/check-shown-text";
import { findUnmarked } from "#lib/articles/unmarked";
import { headlineText } from "#lib/charts/headline-text";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { nearest } from "#lib/series/nearest";
import type { Problem } from "#lib/series/problem";
import { parseYaml } from "#lib/series/yaml-text";
import { readWordsFile } from "./words-file.ts";

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,60}$/, "expected lower-case letters, digits and dashes");
const line = z.string().trim().min(1).max(80);

const shape = z.array(
  z.strictObject({
    id,
    name: line,
    also: z.array(line).default([]),
    definition: z
      .string()
      .trim()
      .min(20)
      .refine((text) => headlineText(text).length <= 600, "expected at most 600 characters"),
    see: z.array(id).default([]),
  }),
);

/** A word of these statistics, in our own words. */
export interface GlossaryTerm {
  readonly id: string;
  readonly name: string;
  /** Other names for the same thing. */
  readonly also: readonly string[];
  readonly definition: string;
  /** Ids of other terms. */
  readonly see: readonly string[];
}

/** Where a term is explained. */
export function termPath(id: string): string {
  return `/glossary#${id}`;
}

/**
 * The glossary of a folder of content, by name; empty when the folder has none. Problems: those of `parseYaml`, `no-file`, an id or a
 * name used twice, a `see` that leads nowhere, figures in a name, and figures and comparing words in a definition, where
 * nothing could check them. Definitions come without their marks.
 */
export async function loadGlossary(folder: string): Promise<Checked<readonly GlossaryTerm[]>> {
  const file = path.join(folder, "glossary.yml");
  const text = await readWordsFile(file);
  if (!text.ok) return text;
  return text.value === null ? accepted([]) : readGlossary(text.value, file);
}

/** The same from its text. */
export function readGlossary(text: string, file: string): Checked<readonly GlossaryTerm[]> {
  const parsed = parseYaml(text, shape, file);
  if (!parsed.ok) return parsed;
  const { value: terms, placeOf } = parsed.value;
  const ids = terms.map((term) => term.id);
  const names = terms.map(({ name, also }) => [name, ...also].map((word) => word.toLowerCase()));
  const problems = terms.flatMap((term, position): Problem[] => {
    const before = names.slice(0, position).flat();
    const again = names[position]?.findIndex((name) => before.includes(name)) ?? -1;
    const placeOfName = (index: number, offset?: number) =>
      placeOf([position, ...(index === 0 ? ["name"] : ["also", index - 1])], offset);
    return [
      ...(ids.indexOf(term.id) < position
        ? [
            {
              kind: "twice",
              message: `the id "${term.id}" is used twice`,
              at: placeOf([position, "id"]),
            },
          ]
        : []),
      ...(again === -1
        ? []
        : [
            {
              kind: "twice",
              message: `"${names[position]?.[again] ?? ""}" names two terms`,
              at: placeOfName(again),
              fix: "name it once",
            },
          ]),
      ...term.see.flatMap((other, index) =>
        ids.includes(other) && other !== term.id
          ? []
          : [unknownTerm(other, ids, placeOf([position, "see", index]))],
      ),
      // A name may be of a direction: "net selling".
      ...[term.name, ...term.also].flatMap((name, index) =>
        findUnmarked(name)
          .filter(({ kind }) => kind === "unmarked-figure")
          .map(({ kind, text: figure, start }) => ({
            kind,
            message: `"${figure}" stands in a name of ${term.id}, where it cannot be checked`,
            at: placeOfName(index, start),
            fix: "leave the figure to an article, where it is a claim",
          })),
      ),
      ...checkShownText({
        text: term.definition,
        what: `the definition of ${term.id}`,
        explains: true,
        placeOf: (offset) => placeOf([position, "definition"], offset),
      }),
    ];
  });
  if (problems.length > 0) return refused(problems);
  return accepted(
    terms
      .map((term) => ({ ...term, definition: headlineText(term.definition) }))
      .sort((left, right) => left.name.localeCompare(right.name, "en")),
  );
}

/** An id that names no term, with those that look like it. */
export function unknownTerm(wanted: string, ids: readonly string[], at: Problem["at"]): Problem {
  const [first, ...others] = nearest(wanted, ids, 3);
  return {
    kind: "unknown-term",
    message: `the glossary has no term "${wanted}"`,
    at,
    fix:
      first === undefined
        ? "add it to content/glossary.yml"
        : `write ${[first, ...others].join(" or ")}, or add it to content/glossary.yml`,
  };
}
