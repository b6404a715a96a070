import { describe, expect, test } from "vitest";
import { month } from "#lib/charts/example-charts";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Choice } from "./choice.ts";
import { nearestView, type AddressedView, type Holding } from "./nearest-view.ts";
import { fieldsAsked, writeView } from "./view-address.ts";

const [older, newer] = [day("2026-02-18"), day("2026-06-18")];
const original: Choice = {
  from: null,
  to: null,
  transformation: "level",
  asOf: newer,
  compare: null,
  areas: null,
};
const holding: Holding = {
  original,
  first: "2000-03",
  last: "2025-12",
  choices: {
    ranges: [],
    transformations: [
      { value: "level", label: "As published" },
      { value: "change", label: "Monthly change" },
    ],
    vintages: [
      { date: newer, label: "June 18, 2026" },
      { date: older, label: "February 18, 2026" },
    ],
    areas: { least: 1, most: 6, own: [{ slug: "japan", name: "Japan" }] },
    compares: true,
    held: 3,
  },
};

describe("the view of a chart in an address", () => {
  test("is read as it was written, and leaves what belongs to other charts", () => {
    const choice: Choice = {
      from: month("2015-01"),
      to: month("2020-12"),
      transformation: "change",
      asOf: older,
      compare: newer,
      areas: ["japan", "belgium"],
    };
    const query = writeView("other.from=2024-01&example.to=2001-01", "example", choice, original);
    expect(query).toBe(
      "other.from=2024-01&example.from=2015-01&example.to=2020-12&example.transformation=change&example.asOf=2026-02-18&example.compare=2026-06-18&example.areas=japan,belgium",
    );
    expect(read(query)).toEqual({ choice, notices: [] });
  });

  test("is read without the chart's name where the page is about this chart alone", () => {
    const bare = "transformation=change&from=2015-01&example.asOf=2026-02-18&utm_source=x";
    const view = readView(new URLSearchParams(bare), "example", holding, true);
    expect(view).toEqual({
      choice: { ...original, transformation: "change", from: "2015-01", asOf: older },
      notices: [],
    });
    expect(read(bare)?.choice.transformation).toBe("level");
    const written = writeView(bare, "example", view?.choice ?? original, original, true);
    expect(written).toBe(
      "utm_source=x&example.from=2015-01&example.transformation=change&example.asOf=2026-02-18",
    );
    expect(writeView("from=2015-01", "example", original, original)).toBe("from=2015-01");
  });

  test("of the chart as the page has it needs nothing in the address", () => {
    expect(writeView("example.from=2015-01", "example", original, original)).toBe("");
    expect(read("other.from=2015-01")).toBeNull();
  });

  test.each([
    ["a thousand years", "from=1500-01&example.to=2500-01", {}, "reaches beyond"],
    ["a range that turns round", "from=2020-01&example.to=2010-01", {}, "ends before it begins"],
    ["a range of another frequency", "from=2020", {}, "cannot be read"],
    ["a range that is none", "from=%3Cscript%3E", {}, "cannot be read"],
    ["a range after the end", "from=2200-01", {}, "no figures in the link’s range"],
    ["an unknown form", "transformation=__proto__", {}, "a form of the figures"],
    ["a day before all vintages", "asOf=1999-01-01", { asOf: older }, "nearest is of February"],
    ["a day that is none", "asOf=2026-02-31", {}, "no day of the calendar"],
    ["an unknown field", "constructor=1", {}, "does not know"],
    ["a field given twice", "asOf=2026-02-18&example.asOf=x", { asOf: older }, "the first counts"],
    ["areas that could be none", "areas=%2e%2e/etc", {}, "areas cannot be shown"],
  ])("gives the nearest view for %s, and says so", (_, query, change, words) => {
    const view = read(`example.${query}`);
    expect(view?.choice).toEqual({ ...original, ...change });
    expect(view?.notices.join(" ")).toContain(words);
  });

  test("keeps the part of a range that the chart has", () => {
    expect(read("example.from=1900-01&example.to=2010-12")?.choice).toEqual({
      ...original,
      to: month("2010-12"),
    });
  });

  test("shows the first six areas of many", () => {
    const view = read("example.areas=a,b,c,d,e,f,g,h");
    expect(view?.choice.areas).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(view?.notices.join(" ")).toContain("more than 6 areas");
  });

  test("shows the first area of many in a form that shows one", () => {
    const areas = { least: 1, most: 1, own: [{ slug: "japan", name: "Japan" }] };
    const one = { ...holding, choices: { ...holding.choices, areas } };
    const view = readView([["example.areas", "belgium,ireland"]], "example", one);
    expect(view?.choice.areas).toEqual(["belgium"]);
    expect(view?.notices).toEqual(["The link asks for more than one area; the first is shown."]);
  });

  test("with the chart's own areas is the chart as it is", () => {
    expect(read("example.areas=japan")).toEqual({ choice: original, notices: [] });
  });

  test("of a chart of single periods shows the nearest it has", () => {
    const ranges = ["2025-12", "2020-12"].map((to) => ({ label: to, from: null, to: month(to) }));
    const view = readView([["example.to", "2019-05"]], "example", {
      ...holding,
      choices: { ...holding.choices, ranges },
      first: "Japan",
      last: "Ireland",
    });
    expect(view?.choice.to).toBe("2020-12");
    expect(view?.notices).toEqual([
      "This chart does not have the link’s period; the nearest is shown.",
    ]);
  });
});

function read(query: string) {
  return readView(new URLSearchParams(query), "example", holding);
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}

/** As a chart follows its page's address: null when that asks for nothing of it. */
function readView(
  parameters: Iterable<readonly [string, string]>,
  id: string,
  held: Holding,
  alone = false,
): AddressedView | null {
  const asked = fieldsAsked(parameters, id, alone);
  return asked.length === 0 ? null : nearestView(asked, held);
}
