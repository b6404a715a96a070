import { describe, expect, test } from "vitest";
import { formatProblem } from "#lib/series/problem";
import { parseFrontmatter } from "./frontmatter.ts";

/** What follows begins on line 8 of the file. */
const required = `id: one
byline: Desk
topic: Capital
published: 2026-11-22
updated: 2026-11-22
asOf: 2026-06-18
`;

function read(more: string) {
  const { frontmatter, problems } = parseFrontmatter(required + more, "a.mdx", 2);
  return { frontmatter, problems: problems.map(formatProblem) };
}
const source = (id: string, more = "") =>
  `  - { id: ${id}, publisher: P, title: T, date: 2026-02-18, url: null${more} }\n`;

describe("what may be left out is empty", () => {
  test("names, defaults and figures", () => {
    const { frontmatter } = read(`sources:\n${source("wire")}`);
    expect(frontmatter?.sources[0]?.figures).toEqual([]);
    expect(frontmatter?.about).toEqual({});
    expect([...(frontmatter?.definitions ?? [])]).toEqual([]);
  });
});

describe("a field that is missing is told with its form", () => {
  test.each([
    ["id", "id is missing: expected 3 to 61 lower-case letters, digits and dashes"],
    ["byline", "byline is missing: expected a line of text"],
    ["topic", "topic is missing: expected a line of text"],
    ["published", "published is missing: expected a day written YYYY-MM-DD"],
    ["updated", "updated is missing: expected a day written YYYY-MM-DD"],
    ["asOf", "asOf is missing: expected the date of a vintage written YYYY-MM-DD"],
  ])("%s", (field, expected) => {
    const without = required.replace(new RegExp(`^${field}:.*\\n`, "m"), "");
    const { problems } = parseFrontmatter(without, "a.mdx", 2);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(expected)]);
  });
});

describe("when it appears", () => {
  const dated = (written: string) => required.replace("published: 2026-11-22", written);

  test.each([
    ["published: 2026-11-22", "2026-11-22T00:00:00.000Z"],
    ["published: 2026-11-22T09:00-05:00", "2026-11-22T14:00:00.000Z"],
    ["published: 2026-11-22T22:00-05:00", "2026-11-23T03:00:00.000Z"],
  ])("%s", (written, appears) => {
    const updated = written.replace("published", "updated");
    const text = dated(written).replace("updated: 2026-11-22", updated);
    const { frontmatter, problems } = parseFrontmatter(text, "a.mdx", 2);
    expect(problems).toEqual([]);
    expect(frontmatter).toMatchObject({ published: "2026-11-22", appears, draft: false });
  });

  test.each([
    ["published: 2026-11-31", "a.mdx:5:12 wrong-shape: published: expected a day written"],
    ["published: tomorrow", 'found "tomorrow"'],
    ["published: 2026-11-22T09:00", "2026-11-22T09:00-05:00 in New York in winter"],
  ])("%s is refused", (written, expected) => {
    const { problems } = parseFrontmatter(dated(written), "a.mdx", 2);
    expect(problems.map(formatProblem).join("\n")).toContain(expected);
  });

  test("a draft says so with true or false", () => {
    expect(read("draft: true\n").frontmatter?.draft).toBe(true);
    const { frontmatter, problems } = read("draft: maybe\n");
    expect(problems).toEqual([
      'a.mdx:8:8 wrong-shape: draft: expected true or false; found "maybe"',
    ]);
    expect(frontmatter?.draft).toBe(false);
  });
});

describe("fields that decide no claim may be wrong, and are told apart from the others", () => {
  test.each([
    ["byline: Desk", "byline: 7", ["byline"]],
    ["published: 2026-11-22", "published: yesterday", ["published"]],
    ["byline: Desk", "byline: Desk\ncolour: red", []],
    // What was meant is not known.
    ["byline: Desk", "byline: Desk\ndrafft: true", ["draft"]],
  ])("%s as %j", (right, wrong, unread) => {
    const { frontmatter } = parseFrontmatter(required.replace(right, wrong), "a.mdx", 2);
    expect([...(frontmatter?.unread ?? ["all"])]).toEqual(unread);
  });
});

describe("define gives names to expressions", () => {
  const more = `define:\n  net-2025: "sum(a.b, 2025)"\n  both: net-2025 + 1\n`;

  test("in the order written", () => {
    expect([...(read(more).frontmatter?.definitions ?? [])]).toEqual([
      ["net-2025", "sum(a.b, 2025)"],
      ["both", "net-2025 + 1"],
    ]);
  });

  test("with the place of each expression", () => {
    expect(read(more).frontmatter?.definitionPlaces.get("both")).toEqual({
      file: "a.mdx",
      line: 10,
      column: 9,
    });
  });

  test.each([
    ["define:\n  Net: x\n", "a.mdx:9:8 wrong-shape: define.Net: expected a name of lower-case"],
    ["define:\n  a.b: x\n", "expected a name of lower-case"],
    ["define:\n  net: 5\n", "a.mdx:9:8 wrong-shape: define.net: expected an expression, in quotes"],
    ["define: [x]\n", "define: expected names with an expression each"],
    ["define:\n  net: ''\n", "define.net: expected an expression"],
    ["define:\n  net: a\n  net: b\n", "a.mdx:10:3 bad-yaml: Map keys must be unique"],
    [`define:\n${Array.from({ length: 51 }, (_, n) => `  n${n}: x\n`).join("")}`, "at most 50"],
  ])("%j is refused", (text, expected) => {
    expect(read(text).problems.join("\n")).toContain(expected);
  });
});

describe("about says what the words are about", () => {
  test("by dimension", () => {
    expect(read("about: { area: Japan, class: stocks }\n").frontmatter?.about).toEqual({
      area: "Japan",
      class: "stocks",
    });
  });

  test("and nothing else", () => {
    expect(read("about:\n  unit: dollars\n").problems.join("\n")).toMatch(
      /^a\.mdx:9:9 wrong-shape: about: "unit" is no field/,
    );
  });
});

describe("a source lists the figures it printed", () => {
  test("as texts", () => {
    const more = `sources:\n${source("wire", ', figures: ["$62.9 billion", "46 percent"]')}`;
    expect(read(more).frontmatter?.sources[0]?.figures).toEqual(["$62.9 billion", "46 percent"]);
  });

  test.each([
    ["figures: [46]", "sources.0.figures.0: expected a figure as the source printed it, in quotes"],
    ['figures: ["$5", "$5"]', 'sources: "$5" stands twice among the figures of "wire"'],
  ])("%s is refused", (figures, expected) => {
    const { problems } = read(`sources:\n${source("wire", `, ${figures}`)}`);
    expect(problems.join("\n")).toContain(expected);
  });

  test("two sources with one id are refused", () => {
    const { problems } = read(`sources:\n${source("wire")}${source("wire")}`);
    expect(problems.join("\n")).toContain('a.mdx:10:11 wrong-shape: sources: the id "wire"');
  });
});

describe("a correction says what was wrong, what is right, and why", () => {
  const correction = (date: string, rest = "id: c1, wrong: a, right: b, why: c") =>
    `corrections:\n  - { date: ${date}, ${rest} }\n`;

  test("to the second, where it says so, and with the id that it is known by", () => {
    const dated = required.replace("updated: 2026-11-22", "updated: 2026-11-22T10:00:00-05:00");
    const more = correction("2026-11-22T10:00:00-05:00", "id: c1, wrong: a, right: b, why: c");
    const { frontmatter, problems } = parseFrontmatter(dated + more, "a.mdx", 2);
    expect(problems).toEqual([]);
    expect(frontmatter?.updated).toBe("2026-11-22");
    expect(frontmatter?.said.updated.instant).toBe("2026-11-22T15:00:00.000Z");
    expect(frontmatter?.corrections).toMatchObject([
      { id: "c1", date: "2026-11-22", instant: "2026-11-22T15:00:00.000Z" },
    ]);
  });

  test.each([
    ["published: 2026-11-22", "published: 2026-11-22T12:00Z", "`published` (2026-11-22T12:00Z)"],
    ["published: 2026-11-22", "published: 2026-11-23", "`published` (2026-11-23)"],
  ])("nor is `updated` before %s", (before, after, expected) => {
    const text = required
      .replace("updated: 2026-11-22", "updated: 2026-11-22T11:59:59Z")
      .replace(before, after);
    const { problems } = parseFrontmatter(text, "a.mdx", 2);
    expect(problems.map(formatProblem).join("\n")).toContain(
      `a.mdx:6:10 wrong-shape: updated: expected a time that is not before ${expected}`,
    );
  });

  test.each([
    ["published: 2026-11-22", "published: 2026-11-22T09:00Z", ""],
    ["", "", correction("2026-11-22T09:00Z", "id: c1, wrong: a, right: b, why: c")],
    ["", "", correction("2026-11-22, recorded: 2026-11-22T09:00Z")],
  ])("nor is `updated` a day alone on which a time is told: %s", (before, after, more) => {
    const { problems } = parseFrontmatter(required.replace(before, after) + more, "a.mdx", 2);
    expect(problems.map(formatProblem)).toEqual([
      expect.stringContaining(
        "a.mdx:6:10 wrong-shape: updated: expected a time, such as 2026-11-22T09:00Z, which is told of that day",
      ),
    ]);
  });

  test("and is open to read", () => {
    expect(read(correction("2026-11-22")).frontmatter?.corrections).toEqual([
      { date: "2026-11-22", id: "c1", wrong: "a", right: "b", why: "c" },
    ]);
  });

  test.each([
    [
      correction("2026-11-21"),
      "a.mdx:9:13 wrong-shape: corrections.0.date: expected a time that is not before `published` (2026-11-22)",
    ],
    [
      correction("2026-11-23"),
      "a.mdx:6:10 wrong-shape: updated: expected a time that is not before the newest correction (2026-11-23)",
    ],
    [
      correction("2026-11-22, recorded: 2026-11-23T09:00Z"),
      "a.mdx:6:10 wrong-shape: updated: expected a time that is not before the newest correction (2026-11-23T09:00Z)",
    ],
    [
      correction("2026-11-22T10:00Z, recorded: 2026-11-22T09:00Z"),
      "a.mdx:9:42 wrong-shape: corrections.0.recorded: expected a time that is not before the `date` of the correction (2026-11-22T10:00Z)",
    ],
    [correction("2026-11-22T9:00Z"), "a.mdx:9:13 wrong-shape: corrections.0.date: expected a time"],
    [correction("2026-11-22", "id: C1, wrong: a, right: b, why: c"), "corrections.0.id"],
    [
      `${correction("2026-11-22", "id: c1, wrong: a, right: b, why: c")}  - { date: 2026-11-22, id: c1, wrong: d, right: e, why: f }\n`,
      'a.mdx:10:29 wrong-shape: corrections: the id "c1" is used twice',
    ],
    [
      `${correction("2026-11-22")}  - { date: 2026-11-22, wrong: d, right: e, why: f }\n`,
      "a.mdx:10:5 wrong-shape: corrections.1.id is missing: feed readers know the correction by it, however it is worded\n    fix: give this one an id of its own, such as id: c2",
    ],
    [correction("2026-11-22", "id: c1, wrong: a, right: b"), "corrections.0.why"],
  ])("%j is refused", (text, expected) => {
    expect(read(text).problems.join("\n")).toContain(expected);
  });
});
