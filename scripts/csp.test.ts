import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { closedPolicy, inlineScripts, policyFor } from "./csp.ts";
import { starter } from "./later-scripts.ts";

const data = `self.__next_f.push([1,"3:[\\"$\\",\\"p\\",null,{}]\\n"])`;
const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the content security policy of a page", () => {
  test("Next's data is allowed by its hash", () => {
    const { policy, refused } = policyFor(`<body><p>x</p><script>${data}</script></body>`);
    expect(policy).toContain(`script-src 'self' ${sha256(data)}`);
    expect(refused).toEqual([]);
  });

  test.each([
    `(self.__next_f=self.__next_f||[]).push([0])`,
    `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/a.js"]});`,
  ])("so is %s", (script) => {
    expect(policyFor(`<script id="_R_">${script}</script>`).policy).toContain(sha256(script));
  });

  test("nothing is unsafe-inline, and no other origin is named", () => {
    const { policy } = policyFor(`<script>${data}</script>`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test("texts become markup and script addresses through the policy of our starter only, and nowhere else at all", () => {
    const { policy } = policyFor(`<script>${data}</script><script>${starter}</script>`);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default;");
    for (const other of [policyFor(`<script>${data}</script>`).policy, closedPolicy])
      expect(other).toContain("require-trusted-types-for 'script'; trusted-types 'none';");
  });

  test("a script that is not Next's is not allowed, though it stands in the page", () => {
    const { policy, refused } = policyFor(`<script>${data}</script><script>alert(1)</script>`);
    expect(refused).toEqual(["alert(1)"]);
    expect(policy).not.toContain(sha256("alert(1)"));
  });

  test.each([
    `${data};alert(1)`,
    `self.__next_f.push([1,alert(1)])`,
    `self.__next_f.push([1,"a"]);alert([1])`,
    `self.__next_f.push([0]),alert([1])`,
    `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"a":alert(1)});`,
    `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({});alert({})`,
  ])("code behind a beginning that looks right is not allowed: %s", (script) => {
    expect(policyFor(`<script>${script}</script>`).refused).toEqual([script]);
  });

  test("the same script twice is listed once", () => {
    const { policy } = policyFor(`<script>${data}</script><script>${data}</script>`);
    expect(policy.match(/sha256-/g)).toHaveLength(1);
  });
});

describe("the inline scripts of a page", () => {
  test("files and data blocks are none", () => {
    const html = `<script src="/a.js" async=""></script><script type="application/ld+json">{"a":1}</script>`;
    expect(inlineScripts(html)).toEqual([]);
  });

  test("attributes, modules and line breaks are read as a browser reads them", () => {
    expect(
      inlineScripts(`<script id="_R_">a</script><SCRIPT type='module'>\nb\n</SCRIPT >`),
    ).toEqual(["a", "\nb\n"]);
  });

  test("what stands in a comment is none", () => {
    expect(inlineScripts("<!-- <script>a</script> --><script>b</script>")).toEqual(["b"]);
  });
});
