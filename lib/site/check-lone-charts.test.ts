import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleReader, secondVintage } from "#lib/charts/example-charts";
import { checkContent } from "./check-content.ts";

const now = new Date("2026-11-23T12:00:00Z");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lone-"));
  await mkdir(path.join(folder, "charts"));
  await mkdir(path.join(folder, "articles"));
});
afterAll(() => rm(folder, { recursive: true }));

const definition = (headline: string, asOf = `asOf: ${secondVintage}\n`) => `id: lone
form: line
headline: >-
  ${headline}
measure: Holdings of Treasuries
unit: billion
${asOf}series: [{ key: slt5.holdings.japan, label: Japan }]
source: { publisher: Bureau, title: Table, licence: Public domain }
`;
const claim = (words: string) =>
  `Japan held <Claim of="at(slt5.holdings.japan, 2025-12)">${words}</Claim> of Treasuries in December 2025`;

async function problemsOf(text: string): Promise<string[]> {
  await writeFile(path.join(folder, "charts", "lone.yml"), text);
  const reader = exampleReader();
  const { problems } = await checkContent({
    ...{ reader, heldVintages: await reader.vintages("slt5"), now, folder },
  });
  return problems.map(({ kind, at }) => `${path.basename(at.file)}:${at.line} ${kind}`);
}

test("the headline of a chart that no article shows holds, or the build stops where it stands", async () => {
  expect(await problemsOf(definition(claim("$1,185.5 billion")))).toEqual([]);
  expect(await problemsOf(definition(claim("$1,185.6 billion")))).toEqual([
    "lone.yml:4 figure-contradicted",
  ]);
});

test("a figure in it that is no claim is found", async () => {
  expect(await problemsOf(definition("Japan held $1 trillion of Treasuries"))).toContainEqual(
    expect.stringMatching(/^lone\.yml:4 unmarked/),
  );
});

test("a chart on its own says which vintage it is about, and one that is held", async () => {
  const words = claim("$1,185.5 billion");
  expect(await problemsOf(definition(words, ""))).toEqual(["lone.yml:1 no-as-of"]);
  expect(await problemsOf(definition(words, "asOf: 2026-06-17\n"))).toContainEqual(
    expect.stringMatching(/unknown-vintage|no-vintage/),
  );
});

const good = definition(claim("$1,185.5 billion"));
test.each([
  ["a note", "unit:", "note: Japan deserted Treasuries.\nunit:", "lone.yml:6 unmarked-word"],
  [
    "a note exempt without a kind",
    "unit:",
    'note: It was <Exempt reason="in a few words">sold</Exempt>.\nunit:',
    "lone.yml:6 exempt-figure",
  ],
  [
    "a break",
    "source:",
    "breaks: [{ period: 2025-12, text: Most sold }]\nsource:",
    "lone.yml:9 unmarked-word",
  ],
  [
    "an annotation of another country",
    "source:",
    "annotations: [{ period: 2025-12, series: Japan, text: China here }]\nsource:",
    "lone.yml:9 wrong-noun",
  ],
  ["what is measured", "Holdings of", "Net purchases of", "lone.yml:5 wrong-noun"],
  ["a label of another country", "label: Japan", "label: France", "lone.yml:8 wrong-noun"],
  ["a label of nobody", "label: Japan", "label: Japanned", "lone.yml:8 unnamed-series"],
  ["a title of a source", "title: Table", "title: $5 billion sold", "lone.yml:9 unmarked-figure"],
])(
  "%s says nothing that could be wrong, and a problem tells its line",
  async (_, from, to, expected) => {
    expect(await problemsOf(good.replace(from, to))).toContain(expected);
  },
);

test("what only explains may be exempt in a note", async () => {
  const mark = '<Exempt reason="What a sign means" because="definition">sold</Exempt>';
  expect(
    await problemsOf(good.replace("unit:", `note: Below zero, it was ${mark}.\nunit:`)),
  ).toEqual([]);
});
