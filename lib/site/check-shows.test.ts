import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { articleWith } from "#lib/articles/example-article";
import { exampleReader } from "#lib/charts/example-charts";
import { checkShows } from "./check-shows.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "shows-"));
  await mkdir(path.join(folder, "charts"));
  const definition = `id: two-places
form: line
headline: Two places
measure: Holdings of two places
unit: billion
series:
  - { key: mfh.holdings.alpha, label: Alpha }
  - { key: mfh.holdings.beta, label: Beta Islands }
source: { publisher: Example Bureau, title: Table 9, licence: Public domain }
`;
  await writeFile(path.join(folder, "charts", "two-places.yml"), definition);
});
afterAll(() => rm(folder, { recursive: true }));

async function problemsOf(body: string): Promise<string[]> {
  const at = { file: "content/charts/two-places.yml", line: 3, column: 11 };
  const headlines = new Map([["two-places", { text: "Two places", at }]]);
  const source = articleWith(`${body}\n\n<Chart id="two-places" />`);
  const { article } = parseArticle(source, { slug: "a", file: "a.mdx" }, headlines);
  if (article === null) throw new Error("not read");
  return (await checkShows(article, { reader: exampleReader(), folder })).map(
    ({ at: { line, column }, message, fix }) => `${line}:${column} ${message}; ${fix ?? ""}`,
  );
}

test("a link to what a chart of the article can show is good", async () => {
  const link = '<Show chart="two-places" from="2025-01" to="2025-12">the year</Show>';
  expect(await problemsOf(`Look at ${link}.`)).toEqual([]);
});

test("a chart that the article does not show is named, with the nearest that it does", async () => {
  const [problem] = await problemsOf('Look at <Show chart="two-place">both</Show>.');
  expect(problem).toMatch(/^14:9 .*"two-place", which is not in this article; write two-places/);
});

test("what the chart cannot show is told in its place", async () => {
  const link = '<Show chart="two-places" highlight="mfh.holdings.bta">it</Show>';
  expect((await problemsOf(`Look at ${link}.`)).join()).toMatch(
    /14:9 the chart "two-places" does not show the series "mfh.holdings.bta"; write mfh.holdings.beta/,
  );
});

test("it needs words, a sentence around it, and no link or heading", async () => {
  const show = (words: string) => `<Show chart="two-places">${words}</Show>`;
  expect((await problemsOf(`Look: ${show("")}.`)).join()).toContain("no words");
  expect((await problemsOf(`## On ${show("both")}`)).join()).toContain("a heading");
  expect((await problemsOf(`[On ${show("both")}](/data)`)).join()).toContain("a link");
  expect((await problemsOf(show("\nboth\n"))).join()).toContain("a line of its own");
});
