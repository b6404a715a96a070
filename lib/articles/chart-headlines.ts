import type { Root } from "mdast";
import { nearest } from "#lib/series/nearest";
import type { Place, Problem } from "#lib/series/problem";
import { parseKnown } from "./known-trees.ts";
import type { Mark } from "./mark.ts";
import { readMarks, type ChartReference } from "./read-marks.ts";

/** A chart of an article with the tree of its headline. */
export interface ArticleChart {
  readonly id: string;
  readonly headline: Root;
  /** The same as its definition has it, and where it starts there. */
  readonly text: string;
  readonly at: Place;
}

/** A chart's headline as its definition has it: MDX text, and where it starts. */
export interface ChartHeadline {
  readonly text: string;
  readonly at: Place;
}

/** The charts an article shows, each once, and the marks in their headlines. */
export function readChartHeadlines(
  references: readonly ChartReference[],
  headlines: ReadonlyMap<string, ChartHeadline>,
): { charts: ArticleChart[]; marks: Mark[]; problems: Problem[] } {
  const charts: ArticleChart[] = [];
  const seen = new Set<string>();
  const results = references.map(
    ({ id, at }): { marks: readonly Mark[]; problems: readonly Problem[] } => {
      const headline = headlines.get(id);
      if (!headline) {
        const ids = [...headlines.keys()];
        const likely = nearest(id, ids, 3).join(" or ");
        const fix =
          likely === "" ? `the charts are ${ids.join(", ") || "none"}` : `write ${likely}`;
        return refuse({ kind: "unknown-chart", message: `there is no chart "${id}"`, at, fix });
      }
      if (seen.has(id)) {
        const message = `the chart "${id}" stands twice`;
        return refuse({ kind: "chart-twice", message, at, fix: "show it once" });
      }
      seen.add(id);
      const parsed = parseKnown(headline.text, headline.at.file);
      if ("problems" in parsed) {
        return {
          marks: [],
          problems: parsed.problems.map((problem) => ({ ...problem, at: headline.at })),
        };
      }
      charts.push({ id, headline: parsed.tree, text: headline.text, at: headline.at });
      return readMarks({ tree: parsed.tree, source: headline.text, start: headline.at });
    },
  );
  return {
    charts,
    marks: results.flatMap(({ marks }) => marks),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function refuse(problem: Problem): { marks: Mark[]; problems: Problem[] } {
  return { marks: [], problems: [problem] };
}
