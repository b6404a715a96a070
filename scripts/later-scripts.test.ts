import { expect, test } from "vitest";
import { policyFor } from "./csp.ts";
import { delayScripts, starter } from "./later-scripts.ts";

const page = `<html><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/><script src="/_next/static/chunks/c.js" async=""></script><script src="/_next/static/chunks/d.js" noModule=""></script></head><body><p>Text</p><script src="/_next/static/chunks/b.js" id="_R_" async=""></script></body></html>`;

test("no script file of a page is asked for before its starter runs", () => {
  const later = delayScripts(page);
  expect(later).not.toMatch(/<script src="[^"]*" async/);
  expect(later).not.toContain('rel="preload"');
  expect(later).toContain('<script type="later" src="/_next/static/chunks/c.js"></script>');
});

test("the starter stands last in the page, and the page may run it", () => {
  const later = delayScripts(page);
  expect(later).toContain(`<script>${starter}</script></body></html>`);
  expect(policyFor(later).refused).toEqual([]);
});

test("what is no script file of Next's stays as it is, and so does a page without any", () => {
  const other = `<body><script src="https://elsewhere.example/x.js" async=""></script></body>`;
  expect(delayScripts(other)).toBe(other);
  expect(delayScripts("<p>No page")).toBe("<p>No page");
  expect(delayScripts(page)).toContain('<script src="/_next/static/chunks/d.js" noModule="">');
});
