import { describe, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { articleWith } from "#lib/articles/example-article";
import { checkArticle } from "#lib/articles/check-article";
import { exampleChart, exampleReader, secondVintage } from "#lib/charts/example-charts";
import { plotChart } from "#lib/charts/plot";
import type { PlottedChart } from "#lib/charts/plotted";
import { linksOf } from "./build-chart-links.ts";
import { cellOf, readLinks, readsFigure, writeLinks } from "./chart-links.ts";

async function plotted(id: Parameters<typeof exampleChart>[0]): Promise<PlottedChart> {
  const made = await plotChart(exampleChart(id), exampleReader(), { asOf: secondVintage });
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join());
  return made.chart;
}

async function claimsOf(body: string) {
  const { article } = parseArticle(articleWith(body), { slug: "a", file: "a.mdx" }, new Map());
  if (article === null) throw new Error("not read");
  return (await checkArticle(article, exampleReader(), null)).claims;
}

/** Claims may be false here: what they read is the same. */
const body = `Alpha <Claim id="rose" of="change(mfh.holdings.alpha, 2025-12)">rose by $1 billion</Claim> and held <Claim id="held" of="at(mfh.holdings.alpha, 2025-10)">$1 billion</Claim>.

Purchases <Claim id="bought" of="sum(slt1.shares.net.all, 2025)">were $1 billion</Claim> in 2025.`;

describe("the links of a chart", () => {
  test("name the claims that read its series, and no others", async () => {
    const links = linksOf(await plotted("example-line"), await claimsOf(body));
    expect(links).toEqual([
      {
        ...{ id: "rose", sentence: 0, subjects: [] },
        spans: [span("mfh.holdings.alpha", "2025-11", "2025-12")],
      },
      {
        ...{ id: "held", sentence: 0, subjects: [] },
        spans: [span("mfh.holdings.alpha", "2025-10", "2025-10")],
      },
    ]);
  });

  test("come back from their text as they were", async () => {
    for (const id of ["example-line", "example-groups", "example-ranking"] as const) {
      const links = linksOf(await plotted(id), await claimsOf(body));
      expect(links).not.toEqual([]);
      expect(readLinks(writeLinks(links))).toEqual(links);
    }
    expect(readLinks(writeLinks([]))).toEqual([]);
  });

  test("tell the figure that is ranked from those it is compared with", async () => {
    const claims = await claimsOf(
      'Alpha was <Claim of="rank(mfh.holdings.alpha, 2025-12)">second</Claim>.',
    );
    const [ranked] = readLinks(writeLinks(linksOf(await plotted("example-ranking"), claims)));
    expect(ranked?.spans).toHaveLength(3);
    expect(ranked?.subjects).toEqual([span("mfh.holdings.alpha", "2025-12", "2025-12")]);
  });

  test("are short, and need no escape in an attribute", async () => {
    const links = linksOf(await plotted("example-line"), await claimsOf(body));
    expect(writeLinks(links)).toBe(
      "mfh.holdings.alpha\nrose 0 0:2025-11..2025-12\nheld 0 0:2025-10",
    );
  });

  test("a text that is none is a bug", () => {
    expect(() => readLinks("a.b\nrose 0 7:2025-11")).toThrow("rose 0 7:2025-11");
    expect(() => readLinks("a.b\nrose 0 0:soon")).toThrow("no line of a chart's links");
  });
});

describe("a figure that a claim reads", () => {
  test("is the point of its month, and not the next", async () => {
    const chart = await plotted("example-line");
    const [rose] = linksOf(chart, await claimsOf(body));
    const lit = chart.positions.filter(
      (_, position) => rose && readsFigure(rose, chart, { series: 0, position }),
    );
    expect(lit).toEqual(["2025-11", "2025-12"]);
    expect(rose && readsFigure(rose, chart, { series: 1, position: 0 })).toBe(false);
  });

  test("is the bar of the year that its months lie in", async () => {
    const chart = await plotted("example-groups");
    const [bought] = linksOf(chart, await claimsOf(body));
    if (!bought) throw new Error("not linked");
    const lit = chart.series.flatMap((_, series) =>
      chart.positions.flatMap((_position, position) =>
        readsFigure(bought, chart, { series, position })
          ? [cellOf(chart, { series, position })]
          : [],
      ),
    );
    expect(lit).toEqual([{ key: "slt1.shares.net.all", period: "2025" }]);
  });

  test("is the bar of an area in a ranking of that month only", async () => {
    const chart = await plotted("example-ranking");
    const [rose, held] = linksOf(chart, await claimsOf(body));
    const alpha = { series: 0, position: chart.positions.findIndex((name) => /alpha/i.test(name)) };
    expect(rose && readsFigure(rose, chart, alpha)).toBe(true);
    expect(held && readsFigure(held, chart, alpha)).toBe(false);
  });
});

function span(key: string, from: string, to: string) {
  return { key, from, to };
}
