import { isPeriod, type Period } from "#lib/series/period";
import { Decimal } from "#lib/series/decimal";
import type { Catalogue } from "../catalogue.ts";
import { generator } from "../fixtures/generator.ts";
import { wholeCatalogue } from "../fixtures/small-catalogue.ts";
import { globlTableOf, type GloblRelease, type GloblTable } from "./globl-table.ts";
import { monthRuns } from "./month-runs.ts";

const areas =
  "japan belgium luxembourg belgium-luxembourg russia monaco curacao euro-area total-europe canada total-latin-america total-caribbean total-latin-america-and-caribbean total-asia total-africa total-other all-countries international-organizations total-regional-organizations total-iros foreign-official grand-total".split(
    " ",
  );
const untilDecember = monthRuns.parse("2000-10..2000-12");
const fromJanuary = monthRuns.parse("2001-01..");

/** The catalogue with the areas and months of a file that a person can read: both sides of a change of the roster. */
export function globlCatalogue(): Catalogue {
  const whole = wholeCatalogue();
  return {
    ...whole,
    areas: whole.areas.filter(({ slug }) => areas.includes(slug)),
    s1: {
      ...whole.s1,
      newest: month("2001-03"),
      months: monthRuns.parse("2000-10.."),
      exceptions: {
        belgium: fromJanuary,
        luxembourg: fromJanuary,
        "belgium-luxembourg": untilDecember,
        russia: monthRuns.parse("2000-10, 2000-12..2001-01, 2001-03.."),
        "total-latin-america": fromJanuary,
        "total-caribbean": fromJanuary,
        "total-latin-america-and-caribbean": untilDecember,
      },
    },
    slt3d: {
      ...whole.slt3d,
      newest: month("2014-02"),
      months: monthRuns.parse("2013-09, 2013-11.."),
      exceptions: {
        monaco: monthRuns.parse("2013-09, 2013-11..2013-12"),
        curacao: monthRuns.parse("2014-01.."),
        "foreign-official": monthRuns.parse("2013-12.."),
      },
    },
  };
}

/**
 * What stands in the columns of each area and month, newest first, made up: figures that add up as the catalogue says. The
 * same `seed` gives the same figures.
 */
export function madeFigures(
  catalogue: Catalogue,
  release: GloblRelease,
  seed: number,
): readonly {
  readonly name: string;
  readonly code: string;
  readonly month: Period;
  readonly figures: readonly number[];
}[] {
  const table = globlTableOf(catalogue, release);
  const draw = generator(seed);
  const figures = new Map<string, readonly number[]>();
  const lines = [...table.areas.values()].flatMap(({ name, code, months }) =>
    months.newestFirst.map((period) => ({ name, code, month: period })),
  );
  for (const { code, month: period } of lines) {
    figures.set(`${code} ${period}`, madeLine(table, draw));
  }
  // Parts before wholes: All Countries and Total IROs are parts of Grand Total.
  for (const { whole, parts, from = "", to = "9999" } of [...table.layout.areaSums].reverse()) {
    for (const { code, month: period } of lines) {
      if (code !== whole || period < from || period > to) continue;
      const below = parts.map((part) => figures.get(`${part} ${period}`) ?? []);
      const sums = table.columns.map((_, at) =>
        below.reduce((sum, own) => sum.plus(own[at] ?? 0), new Decimal(0)).toNumber(),
      );
      figures.set(`${code} ${period}`, sums);
    }
  }
  return lines.map((line) => ({
    ...line,
    figures: figures.get(`${line.code} ${line.month}`) ?? [],
  }));
}

/** A number as the older files print it: in quotes, with commas, when it has four digits or more. */
export function grouped(value: number): string {
  return value < 1000 ? String(value) : `"${new Intl.NumberFormat("en-US").format(value)}"`;
}

function madeLine({ columns, layout }: GloblTable, draw: () => number): number[] {
  const line = columns.map(() => Math.floor(draw() ** 3 * 4_000_000));
  const { classSum } = layout;
  if (!classSum) return line;
  const places = (slug: string) => columns.findIndex(({ security }) => security.slug === slug);
  const sum = classSum.parts.reduce((total, slug) => total + (line[places(slug)] ?? 0), 0);
  return line.with(places(classSum.whole), sum);
}

function month(text: string): Period {
  if (!isPeriod(text)) throw new Error(text);
  return text;
}
