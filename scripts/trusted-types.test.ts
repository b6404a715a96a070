import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { z } from "zod";
import { trustedTypesPolicy } from "./trusted-types.ts";

type Rule = (text: string) => string | null;
const rulesShape = z.strictObject({
  createHTML: z.custom<Rule>((rule) => typeof rule === "function"),
  createScriptURL: z.custom<Rule>((rule) => typeof rule === "function"),
});

/** The rules that a browser is given: these two and no other. */
function rules() {
  const made: unknown[] = [];
  const trustedTypes = {
    createPolicy: (name: string, given: unknown) => {
      expect(name).toBe("default");
      made.push(given);
    },
  };
  runInNewContext(trustedTypesPolicy, { trustedTypes });
  return rulesShape.parse(made[0]);
}

test.each([
  `<svg viewBox="0 0 1 1"><g class="a"><path d="M0 0"/><text x="1">one = 1</text></g></svg>`,
  `<tr><th scope="row">May</th><td data-cell="a b">1,021</td></tr>`,
  `<li id="print-1">“on” = a word, <a href="/claims/x">a link</a></li>`,
  "plain text",
  `the data: <a href="/data?a=1&amp;b=2">on</a>`,
  ...[`<a href="#a">`, `<use href='#a'/>`, `<a href = "?a=1">`, `<a href=/a>`],
  ...[`<a href="https://one.example/a">`, `<a href="HTTP://one.example">`, "the hrefs of a page"],
  ...["", "<script></script>"],
])("markup of ours passes as it is: %s", (text) => {
  expect(rules().createHTML(text)).toBe(text);
});

test.each([
  "<script>alert(1)</script>",
  "<ScRiPt src=/x.js></script>",
  "<script></script><p>",
  "<iframe srcdoc='x'>",
  "<img src=x>",
  "<svg onload=alert(1)>",
  "<svg/onload=alert(1)>",
  `<p title=">" onclick="alert(1)">`,
  `<p title=""onclick=alert(1)>`,
  "<p\nonmouseover\n=\nalert(1)>",
  `<a href="javascript:alert(1)">`,
  `<a href="JaVaScRiPt :alert(1)">`,
  `<a href="java\tscript:alert(1)">`,
  `<a href='java\nscript:alert(1)'>`,
  `<a href="\u0001javascript:alert(1)">`,
  `<a href="\t javascript:alert(1)">`,
  "<a href=java\rscript:alert(1)>",
  `<a href\n=\n"java\tscript:alert(1)">`,
  `<svg><a xlink:HREF="java\tscript:alert(1)">`,
  `<a href="/a" class="b"><a href="vb\tscript:x">`,
  `<a href="httpsx:alert(1)">`,
  `<a href="">`,
  `<a href="data:text/html,x">`,
  `<use href="da\tta:image/svg+xml,x">`,
  `<a href="&#106;avascript:alert(1)">`,
  "<form action=/x><input>",
  "<base href=//elsewhere.example>",
  "<object data=x>",
  "<math><mi>",
  "<foreignObject><p>",
  "<animate attributeName=href>",
  "<template><p></template>",
  "<!--<p>-->",
  "<style>@import '//elsewhere.example'</style>",
])("what charts and tables do not have does not: %s", (text) => {
  expect(rules().createHTML(text)).toBeNull();
});

test.each(["/_next/static/chunks/0a~b.c-d_e.js", "/_next/static/chunks/a.js?dpl=1"])(
  "a file of the build is a script: %s",
  (address) => expect(rules().createScriptURL(address)).toBe(address),
);

test.each([
  "https://elsewhere.example/_next/static/a.js",
  "//elsewhere.example/_next/static/a.js",
  "/_next/static/../../charts/a.js",
  "/charts/three-holders.json",
  "data:text/javascript,alert(1)",
  "javascript:alert(1)",
  "/_next/static/a.js#\nx",
  "",
])("nothing else is: %s", (address) => expect(rules().createScriptURL(address)).toBeNull());

test("it holds nothing that would end the script it stands in", () => {
  expect(trustedTypesPolicy).not.toMatch(/<\/script|<!--/i);
});
