import { describe, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { parseArticle } from "./article.ts";
import { checkArticle } from "./check-article.ts";

// What stands around a claim and is no noun: words that turn its figure, quotations, names, marks that are missing.

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const stock = "mfh.holdings.japan";
const flow = "slt1.total.net.japan";
const reader = createMemoryReader({
  series: [exampleSeries(stock), exampleSeries(flow)],
  vintages: [
    {
      release: "mfh",
      date: day("2026-02-18"),
      figures: { [stock]: { "2025-11": "200", "2025-12": "190" } },
    },
    {
      release: "slt1",
      date: day("2026-02-18"),
      figures: { [flow]: { "2025-11": "5", "2025-12": "-8" } },
    },
  ],
});

function parsed(body: string, frontmatter = "") {
  const source = `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: 2026-02-18\n${frontmatter}---\n# T\n\n<Dek>D</Dek>\n\n${body}\n`;
  const { article, problems } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  return { article, problems };
}

async function problemsOf(body: string, frontmatter = ""): Promise<string[]> {
  const { article, problems } = parsed(body, frontmatter);
  const checked = await checkArticle(article, reader, null);
  return [...problems, ...checked.problems].map(
    ({ kind, message, at }) => `${at.column} ${kind}: ${message}`,
  );
}

const fall = `<Claim of="-change(${stock}, 2025-12)">$10 billion</Claim>`;
const sale = `<Claim of="-at(${flow}, 2025-12)">$8 billion</Claim>`;

describe("words that turn the figure behind them", () => {
  test.each([
    `The fall of ${fall} was small.`,
    `Net purchases of <Claim of="at(${flow}, 2025-11)">$5 billion</Claim> followed.`,
    `A rise was expected. It came to ${fall}.`,
    `It was <Claim of="at(${flow}, 2025-12) / change(${stock}, 2025-12)">four-fifths</Claim> of the fall.`,
  ])("%s", async (body) => {
    expect(await problemsOf(body)).toEqual([]);
  });

  test.each([
    [`The rise of ${fall} was small.`, '5 wrong-direction: "rise"'],
    [`Net purchases of ${sale} followed.`, '5 wrong-direction: "purchases"'],
    [
      `It was <Claim of="at(${flow}, 2025-12) / change(${stock}, 2025-12)">four-fifths</Claim> of the rise.`,
      'wrong-direction: "rise"',
    ],
  ])("%s", async (body, expected) => {
    expect((await problemsOf(body)).join()).toContain(expected);
  });
});

describe("a noun that an amount is of turns it, however the clause begins", () => {
  const bought = `<Claim of="at(${flow}, 2025-11)">$5 billion</Claim>`;

  test.each([
    `It saw ${bought} of net foreign sales.`,
    `It had ${bought} of outflows.`,
    `Net purchases came to ${bought} in sales.`,
    `It saw ${sale} worth of buying.`,
    `It drew ${sale} from abroad.`,
    `It spent ${sale} on bonds.`,
  ])("wrong: %s", async (body) => {
    expect((await problemsOf(body)).join()).toContain("wrong-direction");
  });

  test.each([
    `It saw ${sale} of net foreign sales.`,
    `It saw ${bought} of net buying.`,
    `It took ${bought} of bonds as foreign sales went on.`,
    `It took ${bought} in a month of sales.`,
  ])("right: %s", async (body) => {
    expect((await problemsOf(body)).join()).not.toContain("wrong-direction");
  });
});

describe("what was added or taken off is of whatever stands behind it", () => {
  const fallBy = (verb: string) => `Prices ${verb} ${fall}.`;
  const rise = `<Claim of="at(${flow}, 2025-11) - at(${flow}, 2025-12)">$13 billion</Claim>`;

  test.each([
    `It added ${rise}.`,
    `It added another ${rise}.`,
    `It took out a loan. It was ${rise}.`,
  ])("right: %s", async (body) => {
    expect((await problemsOf(body)).join()).not.toContain("wrong-direction");
  });

  test.each([`It took off ${rise}.`, fallBy("added"), `It wiped out nearly ${rise}.`])(
    "wrong: %s",
    async (body) => {
      expect((await problemsOf(body)).join()).toContain("wrong-direction");
    },
  );
});

describe("a move from one amount to another", () => {
  const [early, late] = [`at(${stock}, 2025-11)`, `at(${stock}, 2025-12)`];

  test.each([
    `It <Claim of="${early}; ${late}">fell from $200 billion to $190 billion</Claim>.`,
    `It fell <Claim of="${early}; ${late}">from $200 billion to $190 billion</Claim>.`,
    `It fell from <Claim of="${early}; ${late}">$200 billion to $190 billion</Claim>.`,
  ])("shows its direction: %s", async (body) => {
    expect(await problemsOf(body)).toEqual([]);
  });

  test.each([
    [
      `It <Claim of="${early}; ${late}">rose from $200 billion to $190 billion</Claim>.`,
      "several-figures",
    ],
    [
      `It rose <Claim of="${early}; ${late}">from $200 billion to $190 billion</Claim>.`,
      "unmarked-word",
    ],
    [
      `It rose from <Claim of="${late}; ${early}">$190 billion to $200 billion</Claim>.`,
      "wrong-shape",
    ],
    [
      `It fell to <Claim of="${early}; ${late}">from $200 billion to $190 billion</Claim>.`,
      "unmarked-word",
    ],
  ])("is held against its order: %s", async (body, kind) => {
    expect((await problemsOf(body)).join()).toContain(`${kind}: `);
  });
});

test("a count of rises bears out the word that it is a count of", async () => {
  const body = `It <Claim of="run(falling, ${stock}, 2025-12)">fell for one straight month</Claim>.`;
  expect((await problemsOf(body)).join()).not.toContain("several-figures");
});

test("where the verb is at fault, the right one is offered with the amount", async () => {
  const wrong = `It was <Claim of="at(${flow}, 2025-12)">$8 billion</Claim>.`;
  const { article } = parsed(wrong);
  const { problems } = await checkArticle(article, reader, null);
  expect(problems.map(({ fix }) => fix)).toContain('write "sold $8 billion"');
});

describe("words before a mark that say that it is not so, or may not be", () => {
  const fell = `<Claim of="change(${stock}, 2025-12)">fall by $10 billion</Claim>`;
  const drop = `<Claim of="-change(${stock}, 2025-12)">$10 billion</Claim>`;

  test.each([
    `It failed to ${fell}.`,
    `It refused to ${fell}.`,
    `It neglected to ${fell}.`,
    `It narrowly avoided a ${drop} fall.`,
    `It stopped short of ${drop}.`,
    `It was spared a ${drop} fall.`,
    `It reversed a ${drop} fall.`,
    `It did anything but ${fell}.`,
    `It was likely to ${fell}.`,
    `It is expected to ${fell}.`,
    `It allegedly saw a fall of ${drop}.`,
    `It is a lie that it saw a fall of ${drop}.`,
  ])("%s", async (body) => {
    expect((await problemsOf(body)).join()).toContain("denied: ");
  });

  test.each([
    `The trend reversed, with a fall of ${drop}.`,
    `It was expected to rise, and saw a fall of ${drop}.`,
    `A fall, likely to be small, came to ${drop}.`,
    `With inflows expected to last, a fall of ${drop} came.`,
  ])("not so: %s", async (body) => {
    expect((await problemsOf(body)).join()).not.toContain("denied");
  });
});

describe("what would be ticked and is not so", () => {
  test.each([
    [
      "a clause that goes on after U.S. and a comma",
      `Net purchases of long-term U.S. securities, stocks included, came to ${sale}.`,
      "wrong-direction",
    ],
    [
      "a size without a sign",
      `A rise of <Claim of="abs(change(${stock}, 2025-12))">$10 billion</Claim> came.`,
      "wrong-direction",
    ],
    ["a denial", `It did not <Claim of="change(${stock}, 2025-12)">fall</Claim>.`, "denied"],
    [
      "a denial of the whole sentence",
      `It is false that it <Claim of="change(${stock}, 2025-12)">fell</Claim>.`,
      "denied",
    ],
    [
      "a number that somebody made up",
      `It was <Claim of="at(${stock}, 2025-12) / 2">$95 billion</Claim>.`,
      "free-number",
    ],
    [
      "a mean of fewer terms than it is divided by",
      `The average was <Claim of="(at(${stock}, 2025-12) + at(${stock}, 2025-11)) / 3">$130 billion</Claim>.`,
      "free-number",
    ],
    [
      "a mean of terms that is called a level",
      `It was <Claim of="(at(${stock}, 2025-12) + at(${stock}, 2025-11)) / 2">$195 billion</Claim>.`,
      "unsaid-aggregate",
    ],
    [
      "an average that is called a total",
      `The total was <Claim of="mean(${stock}, 2025-11..2025-12)">$195 billion</Claim>.`,
      "unsaid-aggregate",
    ],
    [
      "the month of another vintage",
      `The June figure was <Claim of="at(${stock}, 2025-12)">$190 billion</Claim>.`,
      "wrong-vintage",
    ],
    ["a soft hyphen in a word", `It fe\u00adll in May.`, "strange-character"],
    ["an entity for a space without width", "It r&#8203;ose in May.", "strange-character"],
    ["a letter of another alphabet", "It f\u0435ll in May.", "strange-character"],
    [
      "a letter of another alphabet that looks like one of ours",
      "It \u057dold.",
      "strange-character",
    ],
    ["a dotless i", "Fore\u0131gners came.", "strange-character"],
    ["a letter with a hook", "The stoc\u0199s fell.", "strange-character"],
    ["a capital that looks like a letter", "They soId.", "strange-character"],
    ["a digit that looks like a letter", "They so1d.", "strange-character"],
    ["a dot within a word", "They so\u00b7ld.", "strange-character"],
    ["a ligature", "The \ufb01gure fell.", "strange-character"],
    ["a long s", "It ro\u017fe.", "strange-character"],
    ["small capitals", "It \u0280\u1d0f\ua731\u1d07.", "strange-character"],
    ["a control character", "It fe\u007fll.", "strange-character"],
    ["a control character of old", "It fe\u0001ll.", "strange-character"],
    ["a character without ink", "It fe\u2800ll.", "strange-character"],
    ["a numeral of one character", "The \u2167 largest.", "strange-character"],
    ["a digit in a ring", "It was \u2464 billion.", "strange-character"],
    ["wide letters", "It \uff46\uff45\uff4c\uff4c in May.", "strange-character"],
  ])("%s", async (_, body, expected) => {
    expect((await problemsOf(body)).join()).toContain(expected);
  });

  test("the month of the vintage that is read", async () => {
    const figure = `<Claim of="at(${stock}, 2025-12)">$190 billion</Claim>`;
    expect(await problemsOf(`The February figure was ${figure}.`)).toEqual([]);
    expect(await problemsOf(`June has many releases. February’s was ${figure}.`)).toEqual([]);
  });

  test("a figure of another vintage is told to name it, and not to become today’s", async () => {
    const of = (words: string) =>
      `${words} <Claim of="at(${stock}, 2025-12)">$185 billion</Claim>.`;
    const [only, ...others] = await problemsOf(of("The June figure was"));
    expect(only).toContain('wrong-vintage: "June figure" stands by "$185 billion"');
    expect(others).toEqual([]);
    expect((await problemsOf(of("The February figure was"))).join()).toContain(
      "figure-contradicted",
    );
  });

  test("an average that is called one", async () => {
    const body = `It was <Claim of="mean(${stock}, 2025-11..2025-12)">$195 billion</Claim> on average.`;
    expect(await problemsOf(body)).toEqual([]);
  });

  test.each(["Ünal’s café in São Tomé.", "“Quotes”, dashes – and — stay; so do € and °."])(
    "%s",
    async (body) => {
      expect(await problemsOf(body)).toEqual([]);
    },
  );
});

describe("what others printed", () => {
  const sources = (figures: string) =>
    `sources:\n  - { id: wire, publisher: P, title: T, date: 2026-02-18, url: null, figures: [${figures}] }\n`;

  test("a quoted figure is one of those that the frontmatter records of its source", async () => {
    const body = 'They said <Quoted source="wire">$9 billion</Quoted>.';
    expect(await problemsOf(body, sources('"$9 billion"'))).toEqual([]);
    expect((await problemsOf(body, sources('"$8 billion"'))).join()).toContain("unknown-quotation");
  });

  test("so is an amount in an expression, which has a source", async () => {
    const claim = (source: string) =>
      `It was <Claim of="-change(${stock}, 2025-12) - $9 billion"${source}>more than</Claim> first reported.`;
    expect(await problemsOf(claim(' source="wire"'), sources('"$9 billion"'))).toEqual([]);
    expect((await problemsOf(claim(' source="wire"'), sources('"$8 billion"'))).join()).toContain(
      "unknown-quotation",
    );
    expect((await problemsOf(claim(""))).join()).toContain("unknown-quotation");
  });
});

test("a name is expanded, one that is not used is told, and its definition is quoted where it fails", async () => {
  const body = `It was <Claim of="level">$190 billion</Claim>.`;
  expect(await problemsOf(body, `define:\n  level: at(${stock}, 2025-12)\n`)).toEqual([]);
  const unused = `define:\n  level: at(${stock}, 2025-12)\n  other: at(${stock}, 2025-11)\n`;
  expect((await problemsOf(body, unused)).join()).toContain("unused-definition: other");
  const wrong = `define:\n  level: at(${stock}, 2031-12)\n`;
  expect((await problemsOf(body, wrong)).join()).toContain(
    `is defined as \`at(${stock}, 2031-12)\``,
  );
});

test("one thing named twice in a claim is told", async () => {
  const twice = `It <Claim of="change(${stock}, 2025-12); change(${stock}, 2025-12)">fell</Claim>.`;
  expect((await problemsOf(twice)).join()).toContain("twice: ");
});

test("figures and comparing words without a mark are told in text, headings, alt text and titles", async () => {
  const body =
    '## It fell\n\nIt was the largest.\n\n![It rose 5%](https://a.test/b.png "the lowest")\n';
  const kinds = (await problemsOf(body)).map((problem) => problem.split(":")[0]?.split(" ")[1]);
  expect(kinds.filter((kind) => kind === "unmarked-word")).toHaveLength(4);
  expect(kinds).toContain("unmarked-figure");
});
