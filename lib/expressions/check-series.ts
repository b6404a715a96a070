import type { Series } from "#lib/series/series";
import { tableOf, type Catalogue } from "./catalogue.ts";
import type { Report } from "./check-types.ts";
import { groupBy } from "./group-by.ts";
import { isFiner } from "./range.ts";
import type { FirstPrintedNode, KeysNode, PeriodicNode, SeriesNode } from "./series-node.ts";
import { describeShape, isAlike, periodicFrequency, shapeOf } from "./series-shape.ts";

/** Checks that a series expression means something: what is added up goes together, and longer periods are longer. */
export function checkSeries(node: SeriesNode, catalogue: Catalogue, report: Report): void {
  if (node.kind === "periodic") {
    checkSeries(node.of, catalogue, report);
    checkPeriodic(node, catalogue, report);
  } else if (node.kind === "firstPrinted") {
    checkSeries(node.of, catalogue, report);
    checkFirstPrinted(node, catalogue, report);
  } else if (node.kind === "keys") {
    checkAlike(node, catalogue, report);
    checkAreas(node, catalogue, report);
    checkClasses(node, catalogue, report);
  }
}

/** Series named together are of one kind, unit, frequency and window; they may be published in millions and billions. */
export function checkAlike({ keys }: KeysNode, { series }: Catalogue, report: Report): void {
  const [first, ...others] = keys.flatMap((node) => {
    const found = series.get(node.key);
    return found ? [{ node, found }] : [];
  });
  const other = others.find(({ found }) => first && !isAlike(first.found, found));
  if (!first || !other) return;
  report(
    other.node,
    "unlike-series",
    `Only like series are named together: \`${first.node.key}\` is ${describeShape(first.found)}, \`${other.node.key}\` is ${describeShape(other.found)}`,
  );
}

function checkPeriodic(node: PeriodicNode, { series }: Catalogue, report: Report): void {
  const inner = shapeOf(node.of, series);
  if (!inner) return;
  const frequency = periodicFrequency[node.name];
  if (isFiner(frequency, inner.frequency)) {
    const message = `\`${inner.key}\` is ${inner.frequency}: it has no values that \`${node.name}\` could take together`;
    report(node, "frequency-mismatch", message, `write \`${inner.key}\` alone`);
  } else if (inner.window > 1) {
    const message = `Each value of \`${inner.key}\` is a sum of ${inner.window} months: they overlap and are never added up`;
    report(node, "overlapping-values", message, "take the series of single months");
  }
}

/** A year stands in many releases before the next one comes, so that those held do not show which printed it first. */
function checkFirstPrinted(node: FirstPrintedNode, { series }: Catalogue, report: Report): void {
  const inner = shapeOf(node.of, series);
  if (!inner || inner.frequency === "monthly") return;
  const message = `\`${inner.key}\` is ${inner.frequency}: which release printed a value first is known of months only`;
  report(
    node,
    "frequency-mismatch",
    message,
    `write asOf(at(${inner.key}, PERIOD), DATE) for the value in one vintage`,
  );
}

/**
 * A reader knows which areas are countries, and not which total a country is in: a sum of both may count a country twice.
 * Two areas that are no countries cannot be told apart, and pass.
 */
function checkAreas(node: KeysNode, { series, peers }: Catalogue, report: Report): void {
  for (const keys of groupBy(node.keys, tableOf)) {
    const countries = new Set(peers.get(keys[0]?.key ?? "")?.map(({ key }) => key));
    const country = keys.find(({ key }) => countries.has(key));
    const total = keys.find(({ key }) => series.has(key) && !countries.has(key));
    if (!country || !total) continue;
    const message = `\`${total.key}\` is no country, and may count \`${country.key}\` already`;
    const fix =
      "add up countries only, or write two sums with + between them when they do not overlap";
    report(total, "overlapping-areas", message, fix);
  }
}

/** A total of all classes is never added to one of them. */
function checkClasses(node: KeysNode, { series }: Catalogue, report: Report): void {
  const placeOf = ({ release, measure, area }: Series): string => `${release} ${measure} ${area}`;
  const known = node.keys.flatMap((key) => {
    const found = series.get(key.key);
    return found ? [{ key, found }] : [];
  });
  for (const group of groupBy(known, ({ found }) => placeOf(found))) {
    const total = group.find(({ found }) => found.securities === "total");
    const part = group.find(({ found }) => found.securities !== "total");
    if (!total || !part) continue;
    const message = `\`${total.key.key}\` is the total of all classes, and counts \`${part.key.key}\` already`;
    report(total.key, "overlapping-classes", message, "name the total, or the classes");
    return;
  }
}
