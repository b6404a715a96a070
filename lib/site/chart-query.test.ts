import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { exampleReader } from "#lib/charts/example-charts";
import type { SeriesReader } from "#lib/series/reader";
import { chartFile } from "./chart-file.ts";
import { answerChartQuery } from "./chart-query.ts";
import { chartView, viewChart } from "./chart-view.ts";
import { isVintageDate, type VintageDate } from "#lib/series/observation";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "charts-"));
  await writeFile(
    path.join(folder, "example.yml"),
    `id: example
form: line
headline: A headline
measure: Holdings
unit: billion
series: [{ key: mfh.holdings.alpha, label: Alpha }]
transformations: [level, change, sum-12, pct-change]
source: { publisher: Bureau, title: Table, licence: Public domain }
`,
  );
  await writeFile(
    path.join(folder, "panels.yml"),
    `id: panels
form: small-multiples
headline: A headline
measure: Holdings
unit: billion
series:
  - { key: mfh.holdings.alpha, label: Alpha }
  - { key: mfh.holdings.beta, label: Beta }
transformations: [level]
source: { publisher: Bureau, title: Table, licence: Public domain }
`,
  );
});

describe("a reader's question about a chart", () => {
  test("is answered from the store for the range asked for", async () => {
    const answer = await ask({
      id: "example",
      from: "2025-11",
      to: "2025-12",
      transformation: "change",
    });
    expect(answer).toMatchObject({
      ok: true,
      content: {
        measure: "Holdings, monthly change, billion U.S. dollars, November 2025 and December 2025",
        plotted: { positions: ["2025-11", "2025-12"], series: [{ texts: ["5.0", "10.2"] }] },
        csvPath:
          "/charts/example.csv?asOf=2026-06-18&from=2025-11&to=2025-12&transformation=change",
      },
    });
  });

  test("about an older vintage gives the figures as they were", async () => {
    const answer = await ask({ id: "example", asOf: "2026-02-18" });
    expect(answer).toMatchObject({ ok: true, content: { plotted: { asOf: "2026-02-18" } } });
  });

  test("between two vintages names the older one", async () => {
    const answer = await ask({ id: "example", asOf: "2026-04-01" });
    expect(answer).toMatchObject({ ok: true, content: { plotted: { asOf: "2026-02-18" } } });
  });

  test("about other areas shows theirs, under a line that names them", async () => {
    const answer = await ask({ id: "example", areas: "gamma,alpha" });
    expect(answer).toMatchObject({
      ok: true,
      content: {
        plotted: { series: [{ keys: ["mfh.holdings.gamma"] }, { keys: ["mfh.holdings.alpha"] }] },
        csvPath: "/charts/example.csv?asOf=2026-06-18&areas=gamma%2Calpha",
      },
    });
    expect(answer.ok && answer.content.measure).toMatch(/gamma and .*alpha/i);
  });

  test.each([
    ["gamma,atlantis", ["gamma"], "There are no figures of “atlantis” for this chart."],
    ["atlantis,lemuria", null, "“atlantis”, “lemuria” for this chart. The chart’s own areas"],
  ])("about %s shows what is held, and says what is left out", async (areas, shown, words) => {
    const answer = await ask({ id: "example", areas });
    expect(answer).toMatchObject({ ok: true, areas: { shown } });
    expect(answer.ok && answer.areas?.notice).toContain(words);
    const keys = answer.ok ? answer.content.plotted.series.flatMap((series) => series.keys) : [];
    expect(keys).toEqual([shown === null ? "mfh.holdings.alpha" : "mfh.holdings.gamma"]);
  });

  test.each([
    ["gamma", "This chart shows at least 2 areas. Its own are shown."],
    [
      "gamma,atlantis",
      "There are no figures of “atlantis” for this chart. This chart shows at least 2 areas. Its own are shown.",
    ],
  ])("about %s, too few for small multiples, says how many it takes", async (areas, notice) => {
    const answer = await ask({ id: "panels", areas });
    expect(answer).toMatchObject({ ok: true, areas: { shown: null, notice } });
  });

  test("about more areas than can be shown looks for none of them", async () => {
    const reader = exampleReader();
    const looked: string[] = [];
    const describe = (key: string) => {
      looked.push(key);
      return reader.describe(key);
    };
    const areas = "a,b,c,d,e,f,g";
    const answer = await answerChartQuery(
      { id: "example", areas },
      { ...reader, describe },
      folder,
    );
    expect(answer.ok ? "" : answer.message).toContain("no more than 6 areas, found 7");
    expect(looked).not.toContain("mfh.holdings.a");
  });

  test("about two vintages shows one beside the other; one beside itself is that one", async () => {
    const both = await ask({ id: "example", compare: "2026-02-18" });
    expect(both).toMatchObject({
      ok: true,
      content: {
        plotted: { asOf: "2026-06-18", compared: { asOf: "2026-02-18" } },
        csvPath: "/charts/example.csv?asOf=2026-06-18&compare=2026-02-18",
      },
    });
    const same = await ask({ id: "example", compare: "2026-06-18" });
    expect(same.ok && same.content.plotted.compared).toBeUndefined();
  });

  test.each([
    ["too many areas", "alpha,beta,gamma,delta,everyone,six,seven", "more than 6 areas"],
    ["no list", "Alpha;drop", "is not a list of areas"],
  ])("is refused in words for %s", async (_, areas, words) => {
    const answer = await ask({ id: "example", areas });
    expect(answer.ok ? "" : answer.message).toContain(words);
  });

  test.each([
    ["nothing", undefined],
    ["a text", "three-holders"],
    ["an array", []],
    ["an unknown chart", { id: "nope" }],
    ["a path", { id: "../../../etc/passwd" }],
    ["SQL for a period", { id: "example", from: "2025-01'; DROP TABLE observation; --" }],
    ["SQL for a chart", { id: "' OR 1=1 --" }],
    ["a number for a period", { id: "example", from: 2025 }],
    ["a month that is none", { id: "example", from: "2025-13" }],
    ["a year where months are wanted", { id: "example", from: "2025" }],
    ["a range backwards", { id: "example", from: "2025-12", to: "2025-01" }],
    ["a huge range", { id: "example", from: "1000-01", to: "2999-12" }],
    ["an unknown transformation", { id: "example", transformation: "log" }],
    ["a day that is none", { id: "example", asOf: "2026-02-30" }],
    ["a misspelt field", { id: "example", vintage_date: "2026-02-18" }],
    ["a year before there were figures", { id: "example", from: "1000-01" }],
    ["a key that is no field", JSON.parse('{"id":"example","__proto__":"x"}')],
    ["a text of a million letters", { id: "a".repeat(1_000_000) }],
    ["an object for a chart", { id: { toString: "x" } }],
  ])("is refused before the store is read: %s", async (_, input) => {
    const answer = await answerChartQuery(input, untouched, folder);
    expect(answer).toMatchObject({ ok: false });
    expect(answer.ok ? "" : answer.message).toMatch(/^The request was refused: .{5,200}\.$/);
  });

  test("that makes no sense for the figures is refused in words", async () => {
    const sum = await ask({ id: "example", transformation: "sum-12" });
    expect(sum.ok ? "" : sum.message).toContain("a stock");
    const early = await ask({ id: "example", asOf: "2001-01-01" });
    expect(early.ok ? "" : early.message).toContain("nothing had been published");
    const empty = await ask({ id: "example", from: "2030-01" });
    expect(empty.ok ? "" : empty.message).toContain("no figures");
  });

  test("that the store cannot answer is an outage, not a refusal", async () => {
    await expect(answerChartQuery({ id: "example" }, untouched, folder)).rejects.toThrow(
      "store was read",
    );
  });
});

describe("a question of a page that was made of newer figures", () => {
  test("is told as of when the figures are, and is answered when they are as new", async () => {
    const view = await chartView("example", exampleReader(), day("2026-06-18"), folder);
    const { held } = view.choices;
    expect(await ask({ id: "example", held: String(held) })).toMatchObject({ ok: true });
    expect(await ask({ id: "example", held: "0" })).toMatchObject({ ok: true });
    expect(await ask({ id: "example", held: String(held + 1) })).toEqual({
      ok: false,
      isSoon: true,
      message:
        "The figures are as of June 18, 2026 where they were asked for, and this page is newer. Please try again in some seconds.",
    });
  });

  test.each([
    ["a word", "many"],
    ["a number that is no text", 3],
    ["a negative number", "-1"],
    ["a long one", "1".repeat(7)],
  ])("is refused before the store is read: %s", async (_, held) => {
    const answer = await answerChartQuery({ id: "example", held }, untouched, folder);
    expect(answer.ok ? "" : answer.message).toMatch(/^The request was refused/);
  });

  test("hides no strange field", async () => {
    const input: unknown = JSON.parse('{"id":"example","held":"1","__proto__":"x"}');
    const answer = await answerChartQuery(input, untouched, folder);
    expect(answer.ok ? "" : answer.message).toContain("not known");
  });
});

describe("a chart for a page", () => {
  test("has all its forms and the choices that make sense", async () => {
    const view = await chartView("example", exampleReader(), day("2026-06-18"), folder);
    expect(view.svg.wide).toContain('id="chart-example-wide-title"');
    expect(view.svg.narrow).toContain('id="chart-example-narrow-title"');
    expect(view.choices.transformations.map(({ value }) => value)).toEqual([
      "level",
      "change",
      "pct-change",
    ]);
    expect(view.choices.vintages.map(({ date }) => date)).toEqual(["2026-06-18", "2026-02-18"]);
    expect(view.choices.ranges.map(({ label }) => label)).toEqual([
      "All, since January 2022",
      "Last 2 years",
      "Last 12 months",
    ]);
    expect(view.source).toBe("Source: Bureau, Table, vintage of June 18, 2026");
  });

  test("that cannot be made gives its problems, or throws them", async () => {
    expect(await viewChart("nope", exampleReader(), day("2026-06-18"), folder)).toMatchObject({
      ok: false,
      problems: [{ kind: "unknown-chart" }],
    });
    await expect(chartView("nope", exampleReader(), day("2026-06-18"), folder)).rejects.toThrow(
      "no chart",
    );
  });
});

describe("a chart's files", () => {
  test("the CSV of a vintage says so in name and rows", async () => {
    const file = await get("example.csv", "asOf=2026-02-18&from=2025-12");
    expect(file).toMatchObject({ ok: true, fileName: "example-2026-02-18.csv" });
    expect(file.ok ? (await file.make()).toString() : "").toContain(
      "2025-12,Alpha,mfh.holdings.alpha,835.5,",
    );
  });

  test("addresses that ask for the same file have one key, others have others", async () => {
    const queries = ["", "asOf=2026-06-18", "from=1990-01", "from=1991-01", "asOf=2026-02-18"];
    const files = await Promise.all(queries.map((query) => get("example.png", query)));
    const [plain, dated, early, alsoEarly, older] = files.map((file) => (file.ok ? file.key : ""));
    expect(dated).toBe(plain);
    expect(alsoEarly).toBe(early);
    expect(new Set([plain, older, ""]).size).toBe(3);
  });

  test("a parameter that is a word of JavaScript is as unknown as any other", async () => {
    expect(await get("example.csv", "__proto__=a")).toMatchObject({ ok: false, status: 400 });
  });

  test("the same file is the same bytes, another vintage another", async () => {
    const files = await Promise.all(
      ["asOf=2026-02-18", "asOf=2026-02-18", "asOf=2026-06-18"].map((query) =>
        get("example.png", query),
      ),
    );
    const [one, same, other] = await Promise.all(
      files.map(async (file) => (file.ok ? (await file.make()).toString("base64") : file.message)),
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });

  test.each([
    ["example.gif", "", 404],
    ["nope.csv", "", 404],
    ["example.csv", "vintage_date=2026-02-18", 400],
    ["example.csv", "from=2025-01&from=2024-01", 400],
    ["example.csv", "id=nope", 400],
    ["example.csv", "from=2025-12&to=2025-01", 400],
    ["example.csv", "areas=atlantis", 400],
  ])("%s?%s is refused with %i", async (file, query, status) => {
    expect(await get(file, query)).toMatchObject({ ok: false, status });
  });
});

function ask(input: unknown) {
  return answerChartQuery(input, exampleReader(), folder);
}

function get(file: string, query: string) {
  return chartFile(file, new URLSearchParams(query), exampleReader(), folder);
}

function fail(): never {
  throw new Error("the store was read");
}

const untouched: SeriesReader = {
  describe: fail,
  nearestKeys: fail,
  peers: fail,
  read: fail,
  firstPrints: fail,
  vintages: fail,
};

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}
