import type { Series } from "#lib/series/series";
import type { Period } from "#lib/series/period";
import type { Catalogue } from "../catalogue.ts";
import { pressKey, pressSections, yearOf, type PressSection } from "./press-section.ts";

/** Every series of the press releases: each line of the table by month, over twelve months and by calendar year. */
export function pressSeries({ press, areas }: Catalogue): Series[] {
  const sections: readonly PressSection[] = ["month", "12m", "year"];
  return sections.flatMap((section) =>
    press.lines.map((line): Series => {
      const { frequency, window, title } = pressSections[section];
      const areaNote = areas.find(({ slug }) => slug === line.area)?.note;
      const about = (one: { lines?: readonly number[] | undefined }) =>
        one.lines?.includes(line.number) !== false;
      return {
        key: pressKey(section, line.number),
        release: "press",
        securities: line.securities,
        measure: line.measure,
        area: line.area,
        title: line.title + title,
        kind: "flow",
        unit: press.unit,
        multiplier: press.multiplier,
        frequency,
        window,
        section,
        signConvention: line.signConvention,
        source: { file: press.file, field: section, row: `line ${line.number}`, code: null },
        names: line.names,
        fredId: null,
        breaks: press.breaks
          .filter(about)
          .map(({ period, text }) => breakOf(period, text, section)),
        notes: [
          ...press.notes
            .filter((note) => about(note) && (note.section ?? section) === section)
            .map(({ text }) => text),
          ...(areaNote === undefined ? [] : [areaNote]),
        ],
      };
    }),
  );
}

/** A break within a year or within twelve months is said at the first value that reaches over it. */
function breakOf(period: Period, text: string, section: PressSection): Series["breaks"][number] {
  switch (section) {
    case "month":
      return { period, text };
    case "12m":
      return { period, text: `${text} Twelve months that reach over it hold both kinds.` };
    case "year":
      return { period: yearOf(period), text: `${text} Its year holds both kinds.` };
  }
}
