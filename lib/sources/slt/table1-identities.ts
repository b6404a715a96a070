import { Decimal } from "#lib/series/decimal";
import type { Problem } from "#lib/series/problem";
import type { Catalogue } from "../catalogue.ts";
import type { SourceCell } from "../parsed-file.ts";
import type { Slt1Row } from "./table1-row.ts";

/**
 * What must add up in slt_table1.txt: the classes to the total, within rounding, where all are published; and the rows of
 * the catalogue's identities exactly, or all are missing together. Problem: `does-not-add-up`, at the whole.
 */
export function checkSlt1Identities(
  data: readonly Slt1Row[],
  catalogue: Catalogue,
  file: string,
): Problem[] {
  return [...checkClasses(data, catalogue, file), ...checkAreas(data, catalogue, file)];
}

function checkClasses(data: readonly Slt1Row[], catalogue: Catalogue, file: string): Problem[] {
  const { measures, classTolerance } = catalogue.slt1;
  return data.flatMap((row) =>
    measures.flatMap((measure, at) => {
      const [total, ...parts] = row.cells.filter((_, index) => index % measures.length === at);
      if (!total || total.value === null || parts.some((part) => part.value === null)) return [];
      const what = `the classes' ${measure.slug} of ${row.area.names["slt1"]} ${row.period}`;
      return compare(total, parts, new Decimal(classTolerance), what, file);
    }),
  );
}

function checkAreas(data: readonly Slt1Row[], catalogue: Catalogue, file: string): Problem[] {
  const rows = new Map(data.map((row) => [`${row.area.code} ${row.period}`, row]));
  return catalogue.slt1.identities.flatMap(({ whole, parts }) =>
    data.flatMap((row) => {
      if (row.area.code !== whole) return [];
      const below = parts.flatMap((code) => rows.get(`${code} ${row.period}`) ?? []);
      return row.cells.flatMap((total, at) => {
        const cells = below.flatMap((part) => part.cells[at] ?? []);
        const names = below
          .map((part) => `${part.area.names["slt1"]} (${part.area.code})`)
          .join(" and ");
        const what = `${names} of ${row.period}, column ${total.column}`;
        return compare(total, cells, new Decimal(0), what, file);
      });
    }),
  );
}

function compare(
  total: SourceCell,
  parts: readonly SourceCell[],
  tolerance: Decimal,
  what: string,
  file: string,
): Problem[] {
  const at = { file, line: total.line, column: total.column };
  const fix = "one of these figures is damaged; compare them with the file at the Treasury";
  const published = parts.flatMap(({ value }) => value ?? []);
  if (total.value === null && published.length === 0) return [];
  if (total.value === null || published.length < parts.length) {
    const message = `Expected ${what} to be missing together with their total, found some published and some not`;
    return [{ kind: "does-not-add-up", message, at, fix }];
  }
  const sum = published.reduce((running, value) => running.plus(value), new Decimal(0));
  if (sum.minus(total.value).abs().lte(tolerance)) return [];
  const message = `Expected ${sum.toFixed()}, the sum of ${what}, found ${total.value}`;
  return [{ kind: "does-not-add-up", message, at, fix }];
}
