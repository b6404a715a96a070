import { expect, test } from "vitest";
import { formAt, isFormBody, type PostedForm } from "./posted-form.ts";

const form: PostedForm = { fields: ["text", "asOf"], longest: 1000, tooLong: "" };
const actions = new Set(["40ab"]);

function bodyOf(fields: readonly (readonly [string, string])[]): string {
  const parts = fields.map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join("")}--x--\r\n`;
}

function isOurs(body: string, type = "multipart/form-data; boundary=x"): Promise<boolean> {
  return isFormBody(body, type, form, actions);
}

test("a form as a browser posts it is one, whatever its text", async () => {
  for (const text of ["", "Japan held $1.1 trillion.", '["$F1"]', "$K1", "\0"]) {
    const fields = [
      ["$ACTION_ID_40ab", ""],
      ["text", text],
      ["asOf", ""],
    ] as const;
    expect(await isOurs(bodyOf(fields)), text).toBe(true);
  }
});

test("so is a form as React sends it", async () => {
  const fields = [
    ["_1_$ACTION_ID_40ab", ""],
    ["_1_text", "a"],
    ["_1_asOf", ""],
    ["0", '["$K1"]'],
  ] as const;
  expect(await isOurs(bodyOf(fields))).toBe(true);
});

test.each<[string, readonly (readonly [string, string])[]]>([
  [
    "an action that there is not",
    [
      ["$ACTION_ID_ffff", ""],
      ["text", "a"],
    ],
  ],
  ["an action with a value", [["$ACTION_ID_40ab", "a"]]],
  [
    "an action with arguments",
    [
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", '{"id":"40ab","bound":"$@1"}'],
    ],
  ],
  ["a reference to something else", [["0", '["$F1"]']]],
  ["a field that the page has not", [["file", "a"]]],
  ["a field of another argument", [["_2_text", "a"]]],
  ["a name of JavaScript's", [["__proto__", "a"]]],
  [
    "the same field twice",
    [
      ["text", "a"],
      ["text", "b"],
    ],
  ],
])("%s is none", async (_title, fields) => {
  expect(await isOurs(bodyOf(fields))).toBe(false);
});

test("what cannot be read as a form is none, and a file is no text", async () => {
  expect(await isOurs("text=a", "multipart/form-data; boundary=x")).toBe(false);
  expect(await isOurs(bodyOf([["text", "a"]]), "multipart/form-data")).toBe(false);
  expect(await isOurs("--x\r\nrubbish")).toBe(false);
  const file =
    '--x\r\nContent-Disposition: form-data; name="text"; filename="a.txt"\r\n\r\na\r\n--x--\r\n';
  expect(await isOurs(file)).toBe(false);
});

test.each([
  ["/check", true],
  ["/check?sample=1", true],
  ["/check/", false],
  ["/checks", false],
  ["/", false],
])("%s takes a form: %s", (url, takes) => expect(formAt(url) !== undefined).toBe(takes));
