import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { getMDXComponent } from "mdx-bundler/client";
import { expect, test } from "vitest";
import { parseArticle } from "./article.ts";
import { compileArticle } from "./compile.ts";
import { articleHtml } from "./html.ts";

const source = `---
id: one
byline: a
topic: b
published: 2026-11-22
updated: 2026-11-22
asOf: 2026-06-18
sources:
  - { id: x, publisher: Wire & Co, title: A report, date: 2026-02-18, url: "https://wire.example/1" }
---

# Up <Claim id="top" holds="1 > 0">most</Claim>

<Dek>It <Claim holds="2 > 1">rose</Claim>.</Dek>

## One & two

Text with <Claim holds="3 > 1">words</Claim> & a <Quoted source="x">quote</Quoted>.

<Chart id="c" />

<Note>
  An aside.
</Note>
`;
const charts = new Map([
  [
    "c",
    {
      text: 'Chart <Claim holds="4 > 1">says</Claim> so',
      at: { file: "c.yml", line: 3, column: 11 },
    },
  ],
]);

function article(text = source) {
  const { article } = parseArticle(text, { slug: "a", file: "a.mdx" }, charts);
  if (!article) throw new Error("not read");
  return article;
}

test("the page's components get the ids of their claims, the chart its headline, the headings their anchors", async () => {
  const one = article();
  const Content = getMDXComponent(await compileArticle(one));
  const named = (name: string) => (props: { id?: string; children?: ReactNode }) =>
    createElement("x-part", { name, id: props.id }, props.children);
  const components = Object.fromEntries(
    ["Claim", "Quoted", "Exempt", "Chart", "Dek", "Note"].map((name) => [name, named(name)]),
  );
  const html = renderToStaticMarkup(createElement(Content, { components }));
  const [top, dek, words, says] = one.claims.map(({ id }) => id);
  expect(top).toBe("top");
  expect(html).toContain(`<x-part name="Claim" id="${dek}">rose</x-part>`);
  expect(html).toContain(`<x-part name="Claim" id="${words}">words</x-part>`);
  expect(html).toContain(
    `<x-part name="Chart" id="c"><span>Chart <x-part name="Claim" id="${says}">says</x-part> so</span></x-part>`,
  );
  expect(html).toContain('<h2 id="one--two">One &amp; two</h2>');
  expect(html).not.toContain("holds=");
});

test("the same article is compiled once", async () => {
  const one = article();
  expect(await compileArticle(one)).toBe(await compileArticle(article()));
});

const chartOutside = {
  alt: "Alt & text.",
  source: "Source: Treasury",
  table: { columns: ["Month", "Japan"], rows: [["May 2026", "1,134"]] },
};

test("for a feed it is plain HTML: claims are links, charts are pictures, the headline is left to the reader", () => {
  const one = article();
  const html = articleHtml(one, {
    article: "/articles/a",
    receipt: (id) => `/r/${id}`,
    chart: (id) => ({
      ...chartOutside,
      picture: { url: `/charts/${id}.png`, width: 720, height: 400 },
    }),
  });
  const [, dek, words, says] = one.claims.map(({ id }) => id);
  expect(html).toContain(`<em>It <a href="/r/${dek}">rose\u202f\u2713</a>.</em>`);
  expect(html).toContain(
    `<a href="/r/${words}">words\u202f\u2713</a> &#x26; a quote (<a href="https://wire.example/1">Wire &#x26; Co</a>).`,
  );
  expect(html).toContain(
    `<strong>Chart <a href="/r/${says}">says\u202f\u2713</a> so</strong></p><img src="/charts/c.png" alt="Alt &#x26; text. Source: Treasury." width="720" height="400"></figure>`,
  );
  expect(html).not.toContain("<h1");
  expect(html).toContain("<blockquote>");
  expect(html).toContain(
    '<h2>Sources of quoted figures</h2><ul><li>Wire &#x26; Co: <a href="https://wire.example/1">A report</a>, February 18, 2026</li></ul>',
  );
});

test("a footnote has the same name for a feed as on the page", async () => {
  const noted = article(`${source}\nA word.[^1]\n\n[^1]: A note.\n`);
  const html = articleHtml(noted, {
    article: "/articles/a",
    receipt: () => "/r",
    chart: () => ({ ...chartOutside, picture: null }),
  });
  const code = await compileArticle(noted);
  for (const name of ["fn-1", "fnref-1"]) {
    expect(html).toContain(`href="#${name}"`);
    expect(html).toContain(`id="${name}"`);
    expect(code).toMatch(new RegExp(`id: ?"${name}"`));
  }
});
