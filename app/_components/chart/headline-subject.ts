import type { ChartChoices } from "#lib/site/chart-view";
import type { LiveState } from "./live-state.ts";

/**
 * What a chart's headline is about, in the terms of what the reader has changed: "March 2000 to December 2025, the vintage
 * of June 18, 2026". Null while the picture is the article's own. Another vintage beside it changes nothing of what it shows.
 */
export function headlineSubject(
  { first, original, shown }: LiveState,
  { transformations, areas }: Pick<ChartChoices, "transformations" | "areas">,
  vintageName: (asOf: LiveState["shown"]["asOf"]) => string,
): string | null {
  const subject: string[] = [];
  if (shown.areas !== null) subject.push((areas?.own ?? []).map(({ name }) => name).join(", "));
  if (shown.from !== original.from || shown.to !== original.to) subject.push(first.span);
  if (shown.transformation !== original.transformation) {
    const label = transformations.find(({ value }) => value === original.transformation)?.label;
    subject.push(original.transformation === "level" ? "the figures as published" : (label ?? ""));
  }
  if (shown.asOf !== original.asOf) subject.push(`the vintage of ${vintageName(original.asOf)}`);
  return subject.length === 0 ? null : subject.join(", ");
}
