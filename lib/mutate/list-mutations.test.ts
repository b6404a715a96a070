import { describe, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { formatProblem } from "#lib/series/problem";
import { isVintageDate } from "#lib/series/observation";
import { listMutations } from "./list-mutations.ts";
import type { MutationKind } from "./mutation.ts";
import { runMutations, tabulate } from "./run-mutations.ts";
import { createTrialGate, type TrialArticle } from "./trial-gate.ts";

const day = "2026-02-18";
if (!isVintageDate(day)) throw new TypeError(day);
const reader = createMemoryReader({
  series: ["japan", "canada"].map((area) => exampleSeries(`slt1.total.net.${area}`)),
  vintages: [
    {
      release: "slt1",
      date: day,
      figures: {
        "slt1.total.net.japan": { "2025-11": "4", "2025-12": "5" },
        "slt1.total.net.canada": { "2025-11": "7", "2025-12": "8" },
      },
    },
  ],
});
const japan = '<Claim of="at(slt1.total.net.japan, 2025-12)">$5 billion</Claim>';

function trialOf(body: string): TrialArticle {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: ${day}\nsources:\n  - { id: x, publisher: a, title: b, date: 2026-01-01, url: null }\n---\n\n# T\n\n<Dek>D</Dek>\n\n${body}\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error(problems.map(formatProblem).join("\n"));
  return {
    slug: "a",
    file: "a.mdx",
    source,
    tree: article.tree,
    headlines: new Map(),
    basis: article.frontmatter,
  };
}

/** The sentences that come of changes of some kinds. */
async function changesOf(body: string, ...kinds: readonly MutationKind[]): Promise<string[]> {
  const mutations = await listMutations(trialOf(body), new Set(), reader);
  return mutations
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ sentence, apart }) => (apart === null ? sentence : `${apart}: ${sentence}`));
}

describe("what is changed", () => {
  test("each digit becomes each other digit", async () => {
    expect(await changesOf(`It was ${japan}.`, "digit")).toEqual(
      ["0", "1", "2", "3", "4", "6", "7", "8", "9"].map(
        (digit) => `It was $[5 → ${digit}] billion.`,
      ),
    );
  });

  test.each<[string, MutationKind, string[]]>([
    [`It was ${japan}.`, "sign", ["It was [ → -]$5 billion."]],
    [
      `It was ${japan}.`,
      "unit",
      ["It was $5 [billion → trillion].", "It was $5 [billion → million]."],
    ],
    [`Sales rose to ${japan}.`, "direction", ["Sales [rose → fell] to $5 billion."]],
    [`Up from ${japan}.`, "direction", ["[Up from → Down from] $5 billion."]],
    [`They bought ${japan}.`, "side", ["They [bought → sold] $5 billion."]],
    [`More than ${japan}.`, "comparison", ["[More than → Less than] $5 billion."]],
    [`The most, ${japan}.`, "rank", ["The [most → least], $5 billion."]],
    [
      `In five of them, ${japan}.`,
      "count",
      ["In [five → six] of them, $5 billion.", "In [five → four] of them, $5 billion."],
    ],
    [
      `In May ${japan}; it may.`,
      "period",
      ["In [May → June] $5 billion; it may.", "In [May → April] $5 billion; it may."],
    ],
    [
      `In 2025 ${japan}.`,
      "period",
      ["In [2025 → 2024] $5 billion.", "In [2025 → 2026] $5 billion."],
    ],
    [
      `Foreign residents’ ${japan}.`,
      "holder",
      [
        "[Foreign residents → Private investors]’ $5 billion.",
        "[Foreign residents → Officials]’ $5 billion.",
      ],
    ],
  ])("%s", async (body, kind, changed) => {
    expect(await changesOf(body, kind)).toEqual(changed);
  });

  test("the expression, its words kept: only series that there are, and periods before and after", async () => {
    const shown = (changed: string) => `It was «$5 billion». — at(${changed})`;
    expect(
      await changesOf(
        `It was ${japan}.`,
        "expression: area",
        "expression: class",
        "expression: period",
      ),
    ).toEqual([
      shown("[slt1.total.net.japan → slt1.total.net.canada], 2025-12"),
      shown("slt1.total.net.japan, [2025-12 → 2025-11]"),
      shown("slt1.total.net.japan, [2025-12 → 2026-01]"),
    ]);
  });
});

test("first prints become last ones", async () => {
  const first = '<Claim of="at(first_printed(slt1.total.net.japan), 2025-12)">$5 billion</Claim>';
  expect(await changesOf(`First printed: ${first}.`, "expression: function")).toEqual([
    "First printed: «$5 billion». — at([first_printed(slt1.total.net.japan) → slt1.total.net.japan], 2025-12)",
  ]);
});

describe("what is counted apart", () => {
  test.each<[string, MutationKind, string[]]>([
    ["Stocks are owned.", "class", ["no-claim"]],
    ["Sales rose.", "direction", ["Sales [rose"]],
    [`On May 12, 2025, ${japan}.`, "period", ["date"]],
    [`The story “Sell America” and ${japan}.`, "side", ["name"]],
    ['It was <Quoted source="x">$5 billion</Quoted>.', "sign", ["quoted"]],
    ['Stocks, <Quoted source="x">$5 billion</Quoted>.', "class", ["quoted"]],
    ['It was <Exempt reason="a name">$5 billion</Exempt>.', "sign", ["exempt"]],
  ])("%s", async (body, kind, [start = ""]) => {
    const changes = await changesOf(body, kind);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change.startsWith(start), change).toBe(true);
  });
});

test("a figure that is as true as the one before is the same, and one that is not is no such thing", async () => {
  const about = '<Claim of="at(slt1.total.net.japan, 2025-12)">about $5.1 billion</Claim>';
  const changes = await changesOf(`It was ${about}.`, "digit");
  const same = changes.filter((change) => change.startsWith("same: "));
  expect(same).toEqual(["0", "2"].map((digit) => `same: It was about $5.[1 → ${digit}] billion.`));
});

test("a change that the gate refuses is caught, by kind of problem, and one it does not notice is let through", async () => {
  const trial = trialOf(`It was ${japan}.`);
  const gate = createTrialGate(trial, reader, null);
  expect(await gate.problems()).toEqual([]);
  const all = await listMutations(trial, new Set(), reader);
  const rows = tabulate(
    await runMutations(
      gate,
      all.filter(({ kind }) => kind === "digit"),
    ),
  );
  expect(rows[0]).toEqual({
    kind: "digit",
    made: 9,
    apart: 0,
    caught: 9,
    letThrough: 0,
    lockedOfThrough: 0,
    by: [["figure-contradicted", 9]],
  });
});
