import type { PageLoad } from "./page-load.ts";
import type { Line } from "./line.ts";
import { median } from "./timing.ts";

/** The medians of the visits to each page, as lines: "by hand", "article" and "empty", and those measured besides. */
export function pageLines(loads: ReadonlyMap<string, readonly PageLoad[]>): Line[] {
  const of = (name: string) => summary(name, loads.get(name) ?? []);
  const [byHand, article, empty] = [of("by hand"), of("article"), of("empty")];
  const against = (ours: number, theirs: number, unit: string) =>
    `${ours.toFixed(0)} ${unit} against ${theirs.toFixed(0)} ${unit}`;
  const others = [...loads.keys()].filter(
    (name) => !["by hand", "article", "empty"].includes(name),
  );
  return [
    {
      name: "article, all charts visible, against by hand",
      value: article.pictures / byHand.pictures,
      unit: "ratio",
      bound: 1.3,
      detail: against(article.pictures, byHand.pictures, "ms"),
    },
    {
      name: "article, largest paint, against by hand",
      value: article.largestPaint / byHand.largestPaint,
      unit: "ratio",
      bound: 1.3,
      detail: against(article.largestPaint, byHand.largestPaint, "ms"),
    },
    {
      name: "article, layout shift",
      value: article.shift,
      unit: "shift",
      bound: 0,
      detail: `by hand ${byHand.shift.toFixed(4)}`,
    },
    {
      name: "article, JavaScript before interaction, against the empty page",
      value: article.scripts / empty.scripts,
      unit: "ratio",
      bound: 1.15,
      detail: against(article.scripts, empty.scripts, "kB"),
    },
    {
      name: "article, all bytes before interaction",
      value: article.all,
      unit: "kB",
      bound: null,
      detail: `by hand ${byHand.all.toFixed(0)} kB, empty ${empty.all.toFixed(0)} kB`,
    },
    ...others.map((name): Line => {
      const { pictures, largestPaint, shift, scripts, all } = of(name);
      return {
        name: `${name}, all charts visible`,
        value: pictures,
        unit: "ms",
        bound: null,
        detail: `largest paint ${largestPaint.toFixed(0)} ms, shift ${shift.toFixed(4)}, ${scripts.toFixed(0)} kB JavaScript, ${all.toFixed(0)} kB in all`,
      };
    }),
  ];
}

/** Milliseconds and kilobytes. A page that never showed its charts has no time for them, and that is an error. */
function summary(name: string, loads: readonly PageLoad[]) {
  const middle = (value: (load: PageLoad) => number) => median(loads.map(value));
  return {
    pictures: middle(({ pictures }) => {
      if (pictures === null) throw new Error(`The page "${name}" did not show all its charts`);
      return pictures;
    }),
    largestPaint: middle(({ largestPaint }) => largestPaint),
    // The worst of all visits: a page that shifts now and then shifts.
    shift: Math.max(...loads.map(({ shift }) => shift)),
    scripts: middle(({ scriptBytes }) => scriptBytes) / 1000,
    all: middle(({ allBytes }) => allBytes) / 1000,
  };
}
