import type { PlottedChart } from "#lib/charts/plotted";

/** What choosing needs to know of a chart. */
interface Candidate {
  readonly id: string;
  readonly plotted: Pick<PlottedChart, "form">;
}

/** So many stand in a row; all charts have a page. */
const most = 3;

/**
 * The charts that stand as pictures on the front page, each once. One of each article beside the lead comes before any
 * second one, so that pictures lead to different stories; the first of `lead` stands with its article already.
 */
export function chooseGlances<Chart extends Candidate>(
  lead: readonly Chart[],
  others: readonly (readonly Chart[])[],
): Chart[] {
  const pictures = others.map((charts) => charts.filter(fitsRow));
  const candidates = [
    ...pictures.flatMap((charts) => charts.slice(0, 1)),
    ...lead.slice(1).filter(fitsRow),
    ...pictures.flatMap((charts) => charts.slice(1)),
  ];
  const ids = candidates.map(({ id }) => id);
  return candidates
    .filter(({ id }, index) => id !== lead[0]?.id && ids.indexOf(id) === index)
    .slice(0, most);
}

/** Maps and panels grow downwards where they are narrow, and would dwarf the pictures beside them. */
function fitsRow({ plotted }: Candidate): boolean {
  return plotted.form !== "tile-map" && plotted.form !== "small-multiples";
}
