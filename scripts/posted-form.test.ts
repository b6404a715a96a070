import { expect, test } from "vitest";
import { formAt, isFormBody, renewAction, type PostedForm } from "./posted-form.ts";

const form: PostedForm = { fields: ["text", "asOf"], action: "check", longest: 1000, tooLong: "" };
const actions = new Map([
  ["40ab", "check"],
  ["50cd", "decide"],
]);

function bodyOf(fields: readonly (readonly [string, string])[]): string {
  const parts = fields.map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join("")}--x--\r\n`;
}

const multipart = "multipart/form-data; boundary=x";

/** As a page posts it by itself. */
function isOurs(body: string, type = multipart): boolean {
  return isFormBody(body, type, form, { actions, isByReact: false });
}

function isOursByReact(body: string): boolean {
  return isFormBody(body, multipart, form, { actions, isByReact: true });
}

test("a form as a browser posts it is one, whatever its text", () => {
  for (const text of ["", "Japan held $1.1 trillion.", '["$F1"]', "$K1", "\0"]) {
    const fields = [
      ["$ACTION_ID_40ab", ""],
      ["text", text],
      ["asOf", ""],
    ] as const;
    expect(isOurs(bodyOf(fields)), text).toBe(true);
  }
});

test("so is a form as React sends it", () => {
  const fields = [
    ["_1_$ACTION_ID_40ab", ""],
    ["_1_text", "a"],
    ["_1_asOf", ""],
    ["0", '["$K1"]'],
  ] as const;
  expect(isOursByReact(bodyOf(fields))).toBe(true);
  // Each is only read in its own way: Next fails on the other.
  expect(isOurs(bodyOf(fields))).toBe(false);
});

test("a form through React names its argument, and one by itself an action, and only one", () => {
  expect(isOursByReact(bodyOf([["_1_text", "a"]]))).toBe(false);
  expect(
    isOursByReact(
      bodyOf([
        ["$ACTION_ID_40ab", ""],
        ["text", "a"],
      ]),
    ),
  ).toBe(false);
  expect(isOurs(bodyOf([["text", "a"]]))).toBe(false);
  const two = [
    ["$ACTION_ID_40ab", ""],
    ["$ACTION_ID_50cd", ""],
    ["text", "a"],
  ] as const;
  expect(isOurs(bodyOf(two))).toBe(false);
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
])("%s is none", (_title, fields) => {
  expect(isOurs(bodyOf(fields))).toBe(false);
  expect(isOursByReact(bodyOf([["0", '["$K1"]'], ...fields]))).toBe(false);
  const withAction = fields.some(([name]) => name.startsWith("$ACTION"))
    ? fields
    : [["$ACTION_ID_40ab", ""] as const, ...fields];
  expect(isOurs(bodyOf(withAction))).toBe(false);
});

test("what cannot be read as a form is none", () => {
  expect(isOurs("text=a")).toBe(false);
  expect(isOurs(bodyOf([["$ACTION_ID_40ab", ""]]), "multipart/form-data")).toBe(false);
  expect(isOurs("--x\r\nrubbish")).toBe(false);
});

test.each([
  ["a file", '; filename="a.txt"'],
  ["a file without a name", '; filename=""'],
  ["a part with a type, which Next takes for a file", "\r\nContent-Type: application/octet-stream"],
  ["a part with the type of a text", "\r\ncontent-type:text/plain"],
  ["a part with a header of another kind", "\r\nContent-Transfer-Encoding: base64"],
])("%s is no text of a form", (_title, more) => {
  const body = `--x\r\nContent-Disposition: form-data; name="text"${more}\r\n\r\na\r\n`;
  expect(isOurs(body + bodyOf([["$ACTION_ID_40ab", ""]]))).toBe(false);
});

test("a text may look like the head of a part", () => {
  const text = "a\n--x\r\nContent-Type: text/plain\r\n\r\nJapan";
  expect(
    isOurs(
      bodyOf([
        ["$ACTION_ID_40ab", ""],
        ["text", text],
      ]),
    ),
  ).toBe(true);
});

test.each([
  ["/check", true],
  ["/check?sample=1", true],
  ["/check/", false],
  ["/checks", false],
  ["/", false],
])("%s takes a form: %s", (url, takes) => expect(formAt(url) !== undefined).toBe(takes));

test("a page of an older build is answered by today's action, whatever its text says", () => {
  const renewed = (id: string, text = "", name = "text") => {
    const body = Buffer.from(
      bodyOf([
        [`$ACTION_ID_${id}`, ""],
        [name, text],
      ]),
    );
    renewAction(body, form, actions);
    return body.toString();
  };
  const posted = (id: string, text = "") =>
    bodyOf([
      [`$ACTION_ID_${id}`, ""],
      ["text", text],
    ]);
  expect(renewed("40ff")).toBe(posted("40ab"));
  expect(renewed("40ff", 'name="$ACTION_ID_40ff" é')).toBe(
    posted("40ab", 'name="$ACTION_ID_40ff" é'),
  );
  expect(isOurs(renewed("40ff"))).toBe(true);
  // One that is there is left, and so is what is none.
  expect(renewed("50cd")).toBe(posted("50cd"));
  for (const id of ["40fff", "4", "40fg", "40ab"]) expect(renewed(id)).toBe(posted(id));
});
