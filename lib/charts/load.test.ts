import { describe, expect, test } from "vitest";
import { headlineText } from "./headline-text.ts";
import { chartIds, loadChart, parseDefinition } from "./load.ts";

const good = `id: example
form: bar
headline: A headline
measure: Net purchases
unit: billion
series:
  - { key: slt1.total.net.all, label: Net }
source: { publisher: Bureau, title: Table, licence: Public domain }
`;

describe("reading a chart's definition", () => {
  test("the site's own charts are well formed", async () => {
    const ids = await chartIds();
    expect(ids).toContain("three-holders");
    for (const id of ids) expect(await loadChart(id)).toMatchObject({ ok: true });
  });

  test("a definition says only what it must", () => {
    expect(parseDefinition(good, "example.yml")).toMatchObject({
      ok: true,
      definition: { transformations: ["level"], breaks: [], note: null },
    });
  });

  test("every problem is listed, with its line", () => {
    const text = good
      .replace("unit: billion", "unit: bilion")
      .replace("key: slt1.total.net.all", "key: Total");
    const loaded = parseDefinition(text, "example.yml");
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems.map(({ kind, at }) => [kind, at.line])).toEqual([
      ["wrong-shape", 5],
      ["wrong-shape", 7],
    ]);
  });

  test("an unknown field is a problem, not ignored", () => {
    const loaded = parseDefinition(`${good}colour: red\n`, "example.yml");
    expect(loaded.ok ? "" : loaded.problems[0]?.message).toContain("colour");
  });

  test("an annotation with a figure is refused: nothing would check it", () => {
    const text = `${good}annotations: [{ period: 2025-12, series: Net, text: 12 billion }]\n`;
    const loaded = parseDefinition(text, "example.yml");
    expect(loaded.ok ? "" : loaded.problems[0]?.message).toContain("no figures");
  });

  test("a note on a series that the chart does not have is refused", () => {
    const text = `${good}annotations: [{ period: 2025-12, series: Gross, text: here }]\n`;
    const loaded = parseDefinition(text, "example.yml");
    expect(loaded.ok ? "" : loaded.problems[0]?.message).toContain("Gross");
  });

  test("notes may differ by transformation, and then each has one", () => {
    const offered = `${good}transformations: [level, change]\n`;
    const load = (notes: string) => {
      const loaded = parseDefinition(`${offered}${notes}\n`, "example.yml");
      return loaded.ok ? [] : loaded.problems.map(({ message }) => message);
    };
    expect(load("notes: { level: one, change: another }")).toEqual([]);
    expect(load("notes: { level: one }")).toEqual([
      expect.stringContaining("found none for change"),
    ]);
    expect(load("notes: { level: one, change: another, sum-12: a third }")).toEqual([
      expect.stringContaining("sum-12 is not one of"),
    ]);
    expect(load("note: for all\nnotes: { level: one, change: another }")).toEqual([
      expect.stringContaining("found both"),
    ]);
  });

  test.each(["note", "notes.level"])("%s is no longer than a reader reads", (field) => {
    const words = "a".repeat(1001);
    const line = field === "note" ? `note: ${words}` : `notes: { level: ${words} }`;
    const loaded = parseDefinition(`${good}${line}\n`, "example.yml");
    expect(loaded.ok ? "" : loaded.problems[0]?.message).toContain(
      `${field}: expected at most 1000 characters`,
    );
  });

  test("the id is the file's name", () => {
    const loaded = parseDefinition(good, "other.yml");
    expect(loaded.ok ? "" : loaded.problems[0]?.kind).toBe("wrong-id");
  });

  test("broken YAML is a problem with its line", () => {
    const loaded = parseDefinition("id: [\n", "example.yml");
    expect(loaded.ok ? "" : loaded.problems[0]?.kind).toBe("bad-yaml");
  });

  test("an id that leads out of the folder, or that nobody wrote, is no chart", async () => {
    expect(await loadChart("../../package")).toBeNull();
    expect(await loadChart("no-such-chart")).toBeNull();
  });
});

describe("a headline's plain text", () => {
  test("loses its marks and keeps its words, also where an attribute holds < or >", () => {
    expect(
      headlineText(
        'China <Claim holds="a <= 2 and b > 1">holds the least</Claim> since <Exempt reason="x">2008</Exempt>',
      ),
    ).toBe("China holds the least since 2008");
  });
});
