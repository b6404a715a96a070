import path from "node:path";
import { z } from "zod";
import { deepFrozen } from "#lib/series/deep-frozen";
import type { Problem } from "#lib/series/problem";
import { parseYaml } from "#lib/series/yaml-text";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { globlLayout, type GloblLayout } from "./globl/globl-layout.ts";
import { pressLayout, type PressLayout } from "./press/press-layout.ts";
import { crossIdentities, type CrossIdentity } from "./cross-identities.ts";
import { readText } from "./read-text.ts";
import { mfhLayout, slt5Layout, type MfhLayout, type Slt5Layout } from "./mfh/holders-layout.ts";
import { sltLayout, type SltLayout } from "./slt/slt-layout.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words and hyphens");
const text = z.string().min(1);
const code = z.string().regex(/^\d{5}$/, "expected a TIC code of five digits in quotes");

const releases = z.array(
  z.strictObject({
    slug,
    title: text,
    publisher: text,
    url: z.url(),
    licence: text,
    frequency: z.enum(["monthly", "quarterly", "annual"]),
    /** Each vintage prints all periods of the one before and newer ones, or so many of the newest. */
    extent: z.enum(["growing", "moving"]),
    /** `tickmark sync` asks for it: each release brings the month of the calendar, or only some bring a year. */
    fetch: z.enum(["each-month", "some-months"]).optional(),
  }),
);

const areas = z.array(
  z.strictObject({
    slug,
    code: code.nullable(),
    name: text,
    kind: z.enum(["country", "region", "memo", "organisation", "of-which", "total", "group"]),
    /** Slug of the region that the country's code falls under. */
    region: slug.nullable(),
    /** ISO 3166-1 alpha-2. */
    iso: z
      .string()
      .regex(/^[A-Z]{2}$/, "expected two capital letters in quotes")
      .nullable(),
    /** The name that the file of each release prints, by slug of the release. */
    names: z.record(slug, text),
    /** What readers call it and no file does: it is found by these too. */
    aliases: z.array(text).min(1).optional(),
    /** What a reader of its figures should know; it is among the notes of each of its series. */
    note: text.optional(),
    /** The Treasury does not print it in every file, so one without it may still be whole. */
    irregular: z.boolean().optional(),
  }),
);

/** What editors wrote about a release: its `Release`, and how often it appears. */
export type CatalogueRelease = z.infer<typeof releases>[number];
/** An area and the name each file prints for it. */
export type CatalogueArea = z.infer<typeof areas>[number];

/** `content/catalogue`, checked. */
export interface Catalogue {
  readonly releases: readonly CatalogueRelease[];
  readonly areas: readonly CatalogueArea[];
  readonly slt1: SltLayout;
  readonly slt2: SltLayout;
  readonly slt3: SltLayout;
  readonly slt5: Slt5Layout;
  readonly mfh: MfhLayout;
  readonly s1: GloblLayout;
  readonly slt3d: GloblLayout;
  readonly press: PressLayout;
  /** What two files of one day both print. */
  readonly crossIdentities: readonly CrossIdentity[];
}

const fileNames = [
  "releases.yml",
  "areas.yml",
  "slt1.yml",
  "slt2.yml",
  "slt3.yml",
  "slt5.yml",
  "mfh.yml",
  "s1.yml",
  "slt3d.yml",
  "cross-identities.yml",
  "press.yml",
] as const;

type FileName = (typeof fileNames)[number];
type Texts = ReadonlyMap<FileName, Checked<string>>;

/** The last one without problems: each look of the gate asks for it more than once, and its files hardly ever change. */
let last: { readonly texts: Texts; readonly catalogue: Catalogue } | null = null;

/**
 * Reads the catalogue from its folder; it is shared, and so frozen, while its files say the same. Problems: `unreadable-file`,
 * those of `parseYaml`, and `twice` for a slug, code or name used twice.
 */
export function loadCatalogue(
  folder = path.join(process.cwd(), "content", "catalogue"),
): Checked<Catalogue> {
  const texts: Texts = new Map(
    fileNames.map((name) => [name, readText(path.join(/* turbopackIgnore: true */ folder, name))]),
  );
  if (last && sayTheSame(last.texts, texts)) return accepted(last.catalogue);
  const parsed = parseCatalogue(texts, folder);
  if (parsed.ok) last = { texts, catalogue: deepFrozen(parsed.value) };
  return parsed;
}

function sayTheSame(one: Texts, other: Texts): boolean {
  return fileNames.every((name) => {
    const [left, right] = [one.get(name), other.get(name)];
    return left?.ok === true && right?.ok === true && left.value === right.value;
  });
}

function parseCatalogue(texts: Texts, folder: string): Checked<Catalogue> {
  const fileOf = (name: FileName) => path.join(/* turbopackIgnore: true */ folder, name);
  const parse = <T>(name: FileName, schema: z.ZodType<T>): Checked<T> => {
    const text = texts.get(name);
    if (!text) throw new Error(`${name} was not read`);
    if (!text.ok) return text;
    const parsed = parseYaml(text.value, schema, fileOf(name));
    return parsed.ok ? accepted(parsed.value.value) : parsed;
  };
  const read = {
    releases: parse("releases.yml", releases),
    areas: parse("areas.yml", areas),
    slt1: parse("slt1.yml", sltLayout),
    slt2: parse("slt2.yml", sltLayout),
    slt3: parse("slt3.yml", sltLayout),
    slt5: parse("slt5.yml", slt5Layout),
    mfh: parse("mfh.yml", mfhLayout),
    s1: parse("s1.yml", globlLayout),
    slt3d: parse("slt3d.yml", globlLayout),
    crossIdentities: parse("cross-identities.yml", crossIdentities),
    press: parse("press.yml", pressLayout),
  };
  if (
    !read.releases.ok ||
    !read.areas.ok ||
    !read.slt1.ok ||
    !read.slt2.ok ||
    !read.slt3.ok ||
    !read.slt5.ok ||
    !read.mfh.ok ||
    !read.s1.ok ||
    !read.slt3d.ok ||
    !read.press.ok ||
    !read.crossIdentities.ok
  ) {
    return refused(Object.values(read).flatMap((part) => (part.ok ? [] : part.problems)));
  }
  const problems = findRepeated(fileOf("areas.yml"), read.areas.value);
  if (problems.length > 0) return refused(problems);
  return accepted({
    releases: read.releases.value,
    areas: read.areas.value,
    slt1: read.slt1.value,
    slt2: read.slt2.value,
    slt3: read.slt3.value,
    slt5: read.slt5.value,
    mfh: read.mfh.value,
    s1: read.s1.value,
    slt3d: read.slt3d.value,
    press: read.press.value,
    crossIdentities: read.crossIdentities.value,
  });
}

function findRepeated(file: string, list: readonly CatalogueArea[]): Problem[] {
  const releases = new Set(list.flatMap(({ names }) => Object.keys(names)));
  const fields: readonly (readonly [string, (area: CatalogueArea) => string | null | undefined])[] =
    [
      ["slug", ({ slug: own }) => own],
      ["code", ({ code: own }) => own],
      ["ISO code", ({ iso }) => iso],
      ...[...releases].map(
        (release) => [`name in ${release}`, ({ names }: CatalogueArea) => names[release]] as const,
      ),
    ];
  return fields.flatMap(([field, valueOf]) => {
    const values = list.flatMap((area) => valueOf(area) ?? []);
    const seen = new Set<string>();
    const repeated = new Set(values.filter((value) => seen.size === seen.add(value).size));
    return [...repeated].map((value) => ({
      kind: "twice",
      message: `Expected each ${field} once, found "${value}" more than once`,
      at: { file, line: 1, column: 1 },
    }));
  });
}
