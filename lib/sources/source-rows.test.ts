import { expect, test } from "vitest";
import { readLines, splitRows } from "./source-rows.ts";

function readBytes(bytes: Uint8Array) {
  const lines = readLines(bytes, "a.txt");
  return lines.ok ? splitRows(lines.value, "a.txt") : lines;
}

function read(text: string) {
  return readBytes(new TextEncoder().encode(text));
}

test("rows are split at tabs, and quotes come off with what they protect kept", () => {
  const result = read('"China, Mainland"\t1\r\n"say ""SLT"""\tit is "so"\r\n');
  expect(result.ok && result.value).toEqual([
    { line: 1, fields: ["China, Mainland", "1"] },
    { line: 2, fields: ['say "SLT"', 'it is "so"'] },
  ]);
});

test("a quoted field may hold a tab, and empty fields at the end are kept", () => {
  const result = read('"a\tb"\t\t');
  expect(result.ok && result.value[0]?.fields).toEqual(["a\tb", "", ""]);
});

test("a quote that is not closed is a problem at its field", () => {
  const result = read('ok\t1\nx\t"cut\t2');
  expect(!result.ok && result.problems.map(({ kind, at }) => [kind, at.line, at.column])).toEqual([
    ["bad-quoting", 2, 2],
  ]);
});

test("Latin-1 is refused with the place of the first byte that is not UTF-8", () => {
  const bytes = new TextEncoder().encode("first\nCura?ao\t1\n");
  const result = readBytes(bytes.with(10, 0xe7));
  const [problem] = result.ok ? [] : result.problems;
  expect(problem).toMatchObject({ kind: "wrong-encoding", at: { line: 2, column: 1 } });
  expect(problem?.message).toContain("0xe7");
});

test("UTF-16, an empty file and control characters are refused", () => {
  const kinds = [Uint8Array.of(0xff, 0xfe, 0x41, 0), Uint8Array.of(), Uint8Array.of(0x41, 0, 0x0a)]
    .map(readBytes)
    .map((result) => !result.ok && result.problems[0]?.kind);
  expect(kinds).toEqual(["wrong-encoding", "empty-file", "control-character"]);
});

test("a carriage return alone does not end a line", () => {
  const result = read("one\rtwo\n");
  expect(!result.ok && result.problems[0]?.kind).toBe("control-character");
});

test("a file cut between a carriage return and its line feed is called cut, at its last line", () => {
  const result = read("one\r\ntwo\t2\r");
  const problems = result.ok ? [] : result.problems;
  expect(problems).toMatchObject([{ kind: "cut-file", at: { line: 2, column: 2 } }]);
  expect(problems[0]?.fix).toContain("fetch it again");
});

test("a compressed file is refused by name", () => {
  const result = readBytes(Uint8Array.of(0x1f, 0x8b, 8, 0, 0xff));
  const problems = result.ok ? [] : result.problems;
  expect(problems).toMatchObject([{ kind: "compressed-file" }]);
  expect(problems[0]?.message).toContain("gzip");
});

test.each([
  ["bytes", "x\n".repeat(2 * 1024 * 1024 + 1), "Expected at most 4194304 bytes", 1],
  ["lines", "\n".repeat(200_001), "Expected at most 200000 lines", 200_001],
  ["bytes in a line", `a\n${"\t".repeat(65_537)}`, "Expected a line of at most 65536 bytes", 2],
])("too many %s are refused before anything is copied", (_, text, message, line) => {
  const result = read(text);
  expect(!result.ok && result.problems).toMatchObject([{ kind: "too-large", at: { line } }]);
  expect(!result.ok && result.problems[0]?.message).toContain(message);
});

test("as many lines, and as long a line, as are allowed are read", () => {
  expect(read(`${"\n".repeat(199_999)}${"x".repeat(65_536)}\n`).ok).toBe(true);
});
