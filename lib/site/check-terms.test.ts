import { expect, test } from "vitest";
import { articleWith, readArticle } from "#lib/articles/example-article";
import { checkTerms, termsOf } from "./check-terms.ts";

const glossary = [
  { id: "holdings", name: "Holdings", also: ["Held"] },
  { id: "net-purchases", name: "Net purchases", also: ["net"] },
  { id: "residence", name: "Foreign resident", also: ["foreigner"] },
  { id: "security", name: "Treasury security", also: [] },
  { id: "bias", name: "Custodial bias", also: [] },
  { id: "treasuries", name: "Treasuries", also: ["T-bills", "asset classes"] },
].map((term) => ({ ...term, definition: "What it is.", see: [] }));

function problemsOf(body: string): string[] {
  const { article } = readArticle(articleWith(body));
  if (article === null) throw new Error("The article cannot be read");
  return checkTerms(article, glossary).map(
    ({ at, message, fix }) => `${at.line}:${at.column} ${message}; ${fix ?? ""}`,
  );
}

test("a term of the glossary may be opened once", () => {
  expect(problemsOf('Their <Term id="holdings">holdings</Term> are large.')).toEqual([]);
  expect(
    problemsOf('<Term id="holdings">Holdings</Term> and <Term id="holdings">holdings</Term>.'),
  ).toEqual([
    '14:41 the term "holdings" is opened twice; mark the first place only, where it is new',
  ]);
});

test("an unknown term is told with its place and the one it looks like", () => {
  const [problem] = problemsOf('Their <Term id="holdngs">holdings</Term>.');
  expect(problem).toMatch(/^14:7 .*"holdngs".*write holdings/);
});

test("the words of a term are one of its names, in whatever number and case", () => {
  const terms = (id: string, words: string) =>
    problemsOf(`Their <Term id="${id}">${words}</Term>.`).join();
  for (const words of ["holdings", "HOLDING", "held", "holdings’"]) {
    expect(terms("holdings", words)).toBe("");
  }
  expect(terms("residence", "foreign residents’")).toBe("");
  for (const [id, words] of [
    ["security", "Treasury securities"],
    ["security", "Treasury security’s"],
    ["bias", "custodial biases"],
    ["bias", "custodial bias"],
    ["bias", "custodial bias’s"],
    ["treasuries", "Treasury"],
    ["treasuries", "T-bill"],
    ["treasuries", "asset class"],
  ] as const) {
    expect(terms(id, words)).toBe("");
  }
  for (const [id, words] of [
    ["bias", "custodial bia"],
    ["security", "Treasury securitys"],
    ["residence", "the foreign resident"],
  ] as const) {
    expect(terms(id, words)).toContain("is no name of the term");
  }
  expect(terms("net-purchases", "Gross purchases")).toBe(
    '14:7 "Gross purchases" is no name of the term "net-purchases"; write "Net purchases" or "net", open another term, or add the name to also: in content/glossary.yml',
  );
});

test("without a glossary only the places of terms are looked at", () => {
  const { article } = readArticle(articleWith('Their <Term id="x">words</Term>.'));
  expect(article && checkTerms(article, null)).toEqual([]);
});

test("a term needs words, a sentence around it, and no link or heading", () => {
  expect(problemsOf('Their <Term id="holdings"></Term>.').join()).toContain("no words");
  expect(problemsOf('## On <Term id="holdings">holdings</Term>').join()).toContain("a heading");
  expect(problemsOf('[On <Term id="holdings">holdings</Term>](/data)').join()).toContain("a link");
  expect(problemsOf('<Term id="holdings">\nHoldings\n</Term>').join()).toContain(
    "a line of its own",
  );
});

test("a claim within a term is refused like one in a link", () => {
  const { problems } = readArticle(
    articleWith('<Term id="holdings">Of <Claim of="1">one</Claim></Term> kind.'),
  );
  expect(problems.join()).toContain("inside a link");
});

test("the words of a term are prose like any other", () => {
  const { problems } = readArticle(articleWith('<Term id="holdings">All $5 billion</Term> of it.'));
  expect(problems.join()).toContain("neither a claim");
});

test("the terms of an article come in its order", () => {
  const { article } = readArticle(
    articleWith('<Term id="net-purchases">Net</Term>.\n\n- <Term id="holdings">Held</Term>'),
  );
  expect(article && termsOf(article)).toEqual(["net-purchases", "holdings"]);
});
