import { z } from "zod";
import { accepted, refused, type Checked } from "#lib/series/checked";
import type { Problem } from "#lib/series/problem";
import type { Area } from "#lib/series/series";
import { parseYaml } from "#lib/series/yaml-text";
import { areaNouns } from "./area-nouns.ts";
import { createNounFinder, type NounFinder } from "./noun-finder.ts";
import type { Noun, NounDimension } from "./noun.ts";

/** The nouns of prose, and what finds them in a text. */
export interface Nouns {
  readonly finder: NounFinder;
  /** What an area is called, by its slug: a few of its nouns, the site's own name first. */
  readonly areaNames: ReadonlyMap<string, readonly string[]>;
}

const text = z.string().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words and hyphens");
const entries = z
  .array(
    z.strictObject({
      words: z.array(text).min(1),
      fits: z.array(slug).min(1),
      abroad: z.array(slug).min(1).optional(),
      beside: z.union([z.literal("any"), z.array(slug).min(1)]).optional(),
      isSet: z.literal(true).optional(),
      next: z.array(text).min(1).optional(),
      notNext: z.array(text).min(1).optional(),
    }),
  )
  .min(1);
const shape = z.strictObject({
  names: z.array(text),
  excluding: z.array(text),
  uncounted: z.array(text),
  classes: entries,
  measures: entries,
  areas: entries,
});

const sections = [
  ["classes", "class"],
  ["measures", "measure"],
  ["areas", "area"],
] as const satisfies readonly (readonly [string, NounDimension])[];

/** Who holds foreign securities: an area that no key names. */
export const usResidents = "us-residents";

/**
 * content/nouns.yml, checked, with the names of the areas. Problems: those of `parseYaml`; `unknown-area`; `twice` for words
 * that a dimension has already.
 */
export function createNouns(yaml: string, file: string, areas: readonly Area[]): Checked<Nouns> {
  const parsed = parseYaml(yaml, shape, file);
  if (!parsed.ok) return parsed;
  const { value, placeOf } = parsed.value;
  const problems: Problem[] = [];
  const known = new Set([usResidents, ...areas.map((area) => area.slug)]);
  const all: Noun[] = [];
  for (const [section, dimension] of sections) {
    const seen = new Set<string>();
    for (const [index, entry] of value[section].entries()) {
      const strange =
        dimension === "area" ? entry.fits.find((name) => !known.has(name)) : undefined;
      if (strange !== undefined) {
        problems.push({
          kind: "unknown-area",
          message: `areas.${index}.fits: expected slugs of content/catalogue/areas.yml, found "${strange}"`,
          at: placeOf([section, index, "fits"]),
          fix: "write the slug of an area of the catalogue",
        });
      }
      for (const words of entry.words) {
        if (seen.has(words)) {
          problems.push({
            kind: "twice",
            message: `${section}.${index}: "${words}" is listed twice`,
            at: placeOf([section, index, "words"]),
            fix: "list it once, with all that it may stand for",
          });
        }
        seen.add(words);
        all.push({
          dimension,
          words,
          fits: new Set(entry.fits),
          abroad: new Set(entry.abroad ?? []),
          beside: entry.beside === "any" ? "any" : new Set(entry.beside ?? []),
          isSet: entry.isSet ?? false,
          next: entry.next ?? null,
          notNext: entry.notNext ?? [],
        });
      }
    }
  }
  if (problems.length > 0) return refused(problems);
  const written = new Set(
    all.filter((noun) => noun.dimension === "area").map((noun) => noun.words),
  );
  all.push(...value.uncounted.map(uncounted));
  all.unshift(...areaNouns(areas).filter((noun) => !written.has(noun.words)));
  return accepted({ finder: createNounFinder(all, value), areaNames: areaNamesOf(all) });
}

/** Holders that no series is of; they stand among the areas, so that "central banks" are not "banks". */
function uncounted(words: string): Noun {
  return {
    dimension: "area",
    words,
    fits: new Set(),
    abroad: new Set(),
    beside: new Set(),
    isSet: false,
    next: null,
    notNext: [],
  };
}

function areaNamesOf(nouns: readonly Noun[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { dimension, words, fits, isSet, next } of nouns) {
    if (dimension !== "area" || isSet || next !== null) continue;
    for (const slug of fits) names.set(slug, [...(names.get(slug) ?? []), words].slice(0, 3));
  }
  return names;
}
