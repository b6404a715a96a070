import { expect, test } from "vitest";
import type { NamedReport } from "#lib/site/report-content";
import { githubAnnotation } from "./check-github.ts";
import { checkJson } from "./check-json.ts";
import { checkSarif } from "./check-sarif.ts";
import { articleLines, countLine } from "./check-text.ts";
import { compareProblems } from "./problem-changes.ts";
import { statusOf, toTold, type ToldProblem } from "./told-problems.ts";

const contradicted: ToldProblem = {
  kind: "figure-contradicted",
  message: "“−100%”: of 2025,\r\nnot so",
  fix: 'write "5%"',
  at: { file: "content/articles/a b/index.mdx", line: 74, column: 22 },
  blocks: true,
};
const inDraft: ToldProblem = {
  kind: "style-spelling",
  message: '"teh"',
  at: { file: "content/articles/b/index.mdx", line: 3, column: 1 },
  blocks: false,
};
const inChart: ToldProblem = {
  kind: "bad-yaml",
  message: "not YAML",
  at: { file: "content/charts/c.yml", line: 1, column: 1 },
  blocks: true,
};

function report(problems: readonly ToldProblem[]) {
  const unread: NamedReport = {
    ...{ slug: "b", file: "content/articles/b/index.mdx", counts: null, isDraft: true },
    problems: [inDraft],
  };
  return { articles: [unread], unchanged: 0, problems };
}

test("an annotation escapes what would end it, in the text and in its properties", () => {
  expect(githubAnnotation(contradicted)).toBe(
    '::error file=content/articles/a b/index.mdx,line=74,col=22,title=figure-contradicted::“−100%25”: of 2025,%0D%0Anot so%0Afix: write "5%25"',
  );
  const odd = { ...inDraft, at: { ...inDraft.at, file: "a,b:c%.mdx" } };
  expect(githubAnnotation(odd)).toBe(
    '::warning file=a%2Cb%3Ac%25.mdx,line=3,col=1,title=style-spelling::"teh"',
  );
  const bell = { ...inDraft, message: "\u0007" };
  expect(githubAnnotation(bell)).toMatch(/::\\x07$/);
});

test("a SARIF log names its rules, and the place of each result in the project", () => {
  const log = checkSarif(report([contradicted, inDraft]), "/srv/site");
  expect(log.version).toBe("2.1.0");
  const [run] = log.runs;
  expect(run?.columnKind).toBe("utf16CodeUnits");
  expect(run?.originalUriBaseIds).toEqual({ "%SRCROOT%": { uri: "file:///srv/site/" } });
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual([
    "figure-contradicted",
    "style-spelling",
  ]);
  for (const { shortDescription, help } of run?.tool.driver.rules ?? []) {
    expect(shortDescription.text).toMatch(/^[A-Z]/);
    expect(help.text.length).toBeGreaterThan(40);
  }
  expect(run?.results[0]).toMatchObject({
    ruleId: "figure-contradicted",
    ruleIndex: 0,
    level: "error",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "content/articles/a%20b/index.mdx", uriBaseId: "%SRCROOT%" },
          region: { startLine: 74, startColumn: 22 },
        },
      },
    ],
  });
  expect(run?.results[1]).toMatchObject({ ruleIndex: 1, level: "warning" });
});

test("a file outside of the project has its whole address in a SARIF log", () => {
  const far = { ...inDraft, at: { ...inDraft.at, file: "/tmp/content/x y.mdx" } };
  const [run] = checkSarif(report([far]), "/srv/site").runs;
  expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
    uri: "file:///tmp/content/x%20y.mdx",
  });
});

test("JSON tells articles and problems, and whether all is well", () => {
  const { version, ok, articles, problems } = checkJson(report([contradicted, inDraft]));
  expect({ version, ok }).toEqual({ version: 1, ok: false });
  expect(articles).toEqual([
    {
      ...{ slug: "b", file: "content/articles/b/index.mdx", draft: true, asOf: null },
      ...{ claims: null, held: null, quoted: null, exempt: null, problems: 1 },
    },
  ]);
  expect(problems[1]).toEqual({
    ...{ kind: "style-spelling", message: '"teh"', fix: null, blocks: false },
    ...{ file: "content/articles/b/index.mdx", line: 3, column: 1 },
  });
});

test.each([
  [[], "No problems"],
  [[contradicted], "1 problem"],
  [[inDraft], "1 problem, in a draft, which stops nothing"],
  [[inDraft, inDraft], "2 problems, all in drafts, which stop nothing"],
  [[contradicted, inDraft], "2 problems, 1 of them in drafts, which stops nothing"],
])("problems are counted, those of drafts apart: %#", (problems, words) => {
  expect(countLine(problems)).toBe(words);
});

test("an article that cannot be read is named", () => {
  expect(articleLines(report([]))).toBe("b (draft): cannot be read\n");
  const odd = {
    articles: [{ slug: "a\nb", file: "", counts: null, isDraft: false, problems: [] }],
  };
  expect(articleLines({ ...report([]), ...odd })).toBe("a b: cannot be read\n");
});

test("a draft fails the check when it is named, and other articles are left out then", () => {
  const { blocks: _, ...draft } = inDraft;
  const { blocks: __, ...other } = contradicted;
  const { blocks: ___, ...chart } = inChart;
  const summary = {
    reports: [],
    unchanged: 0,
    problems: [draft, other, chart],
    blocking: [other, chart],
  };
  const all = toTold(summary, [], "content");
  expect(all.problems.map(({ blocks }) => blocks)).toEqual([false, true, true]);
  const named = toTold(summary, ["b"], "content");
  expect(named.problems.map(({ kind }) => kind)).toEqual(["style-spelling", "bad-yaml"]);
  expect(statusOf(named)).toBe(1);
  expect(statusOf(toTold({ ...summary, problems: [draft], blocking: [] }, [], "content"))).toBe(0);
});

test("a problem that moved to another line is neither new nor mended; a second of the same is new", () => {
  const moved = { ...contradicted, at: { ...contradicted.at, line: 80 } };
  const noun = { ...inChart, kind: "wrong-noun" };
  const now = { articles: [], unchanged: 0, problems: [moved, moved, noun] };
  expect(compareProblems([contradicted, inDraft], now)).toEqual({
    added: [moved, noun],
    mended: [inDraft],
    unseen: [],
  });
});
