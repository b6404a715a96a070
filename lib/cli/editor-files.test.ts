import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseArticle } from "#lib/articles/article";
import { ruleOf } from "#lib/articles/component-rules";
import { formatProblem } from "#lib/series/problem";
import { problemLines } from "./check-text.ts";
import { editorFiles } from "./editor-files.ts";
import { editorSnippets } from "./editor-snippets.ts";

test("the files for editors are as the rules make them; UPDATE_GOLDEN=1 writes them", async () => {
  for (const [file, text] of await editorFiles()) {
    if (process.env["UPDATE_GOLDEN"] === "1") await writeFile(file, text);
    expect(await readFile(file, "utf8"), `${file} is not as it is made`).toBe(text);
  }
});

/** A snippet as it stands in the text when nothing is typed over. */
function expand(body: readonly string[]): string {
  return body
    .join("\n")
    .replaceAll("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-23")
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, "$1")
    .replace(/(?<!\\)\$0/g, "")
    .replace(/\\([$\\}])/g, "$1");
}

const snippets = editorSnippets();
const { Frontmatter: beginning, ...components } = snippets;

function read(text: string) {
  const head = expand(beginning?.body ?? []);
  const sources =
    'sources:\n  - id: treasury-2026-01\n    publisher: Treasury\n    title: A\n    date: 2026-01-15\n    url: null\n    figures: ["$115.2 billion"]\n---\n\n#';
  const source = `${head.replace("---\n\n#", () => sources)}${text}\n`;
  const at = { file: "chart.yml", line: 1, column: 1 };
  const headlines = new Map([["three-holders", { text: "Holdings", at }]]);
  const { article, problems } = parseArticle(source, { slug: "a", file: "index.mdx" }, headlines);
  return { article, problems: problems.map(formatProblem) };
}

test("the snippet of the frontmatter makes a draft that can be read", () => {
  const { article, problems } = read("Words.");
  expect(problems).toEqual([]);
  expect(article?.frontmatter).toMatchObject({ id: "tm-2026-11-23-a", draft: true });
});

test.each(Object.entries(components).filter(([name]) => name !== "Dek"))(
  "the snippet %s can be read as it is put in",
  (name, { body }) => {
    const text = expand(body);
    const rule = name === "Chart" || name === "Note" ? text : `Words ${text} here.`;
    const shown = name === "Show" ? `${rule}\n\n<Chart id="three-holders" />` : rule;
    expect(read(shown).problems).toEqual([]);
    expect(text).toMatch(new RegExp(`^<${name}[ >]`));
  },
);

test("a choice offers every value that the gate allows", () => {
  const because = snippets["Exempt"]?.body.join("").match(/because="\$\{\d+\|([^|]*)\|\}"/)?.[1];
  const { values } = ruleOf("Exempt").attributes["because"] ?? { values: null };
  expect(because === undefined ? null : because.split(",")).toEqual(values);
});

const task = z.object({
  tasks: z.array(
    z.object({
      problemMatcher: z.union([
        z.object({
          pattern: z.object({ regexp: z.string() }),
          background: z.object({ beginsPattern: z.string(), endsPattern: z.string() }),
        }),
        z.array(z.never()),
      ]),
    }),
  ),
});

test("the task of VS Code reads what check --watch prints", async () => {
  const { tasks } = task.parse(JSON.parse(await readFile(".vscode/tasks.json", "utf8")));
  const [matcher] = tasks.map(({ problemMatcher }) => problemMatcher);
  if (matcher === undefined || Array.isArray(matcher)) throw new Error("no matcher");
  const { pattern, background } = matcher;
  const at = { file: "content/articles/a/index.mdx", line: 74, column: 22 };
  const message = '"$5" is contradicted: a:1:2 b: c';
  const printed = problemLines([
    { kind: "figure-contradicted", message, at, fix: 'write "$6"', blocks: true },
  ]);
  const found = printed.split("\n").flatMap((line) => {
    const match = new RegExp(pattern.regexp).exec(line);
    return match === null ? [] : [match.slice(1)];
  });
  expect(found).toEqual([[at.file, "74", "22", "figure-contradicted", message]]);
  expect("check: who-owns-treasuries, charts and words changed").toMatch(
    new RegExp(background.beginsPattern),
  );
  expect("check: content is read").toMatch(new RegExp(background.beginsPattern));
  for (const end of [
    "check: No problems; 0 new, 2 mended, in 90 ms",
    "check: 1 problem, in 2 ms, at 14:03:05",
  ])
    expect(end).toMatch(new RegExp(background.endsPattern));
  for (const lead of ["mended", "stays"]) {
    const line = `${lead}: content/articles/a/index.mdx:1:2 style-x: y`;
    expect(new RegExp(pattern.regexp).exec(line)).toBeNull();
  }
});
