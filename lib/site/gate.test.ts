import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { exampleReader, secondVintage } from "#lib/charts/example-charts";
import { openGate } from "./gate.ts";

const article = (body: string, define: string) => `---
id: one
byline: Desk
topic: Capital
published: 2026-11-22
updated: 2026-11-22
asOf: ${secondVintage}
draft: true
define: { held: "${define}" }
---

# Holders

<Dek>A dek.</Dek>

${body}
`;

const claim = (expression: string, words: string) => `<Claim of="${expression}">${words}</Claim>`;
const line = (of: string, words: string) =>
  `Japan held ${claim(of, words)} of Treasuries in December 2025.`;
const [held, right, wrong] = [
  "at(slt5.holdings.japan, 2025-12)",
  "$1,185.5 billion",
  "$1,185.6 billion",
];

test("what a gate worked out for an article before is told of the article as it is now", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "gate-"));
  const file = path.join(folder, "articles/one/index.mdx");
  for (const name of ["charts", "articles/one"])
    await mkdir(path.join(folder, name), { recursive: true });
  const reader = exampleReader();
  const vintages = await reader.vintages("slt5");
  const kept = await openGate(reader, vintages, folder);
  const texts = [
    article(line("held", right), held),
    article(line("held", wrong), held),
    // The same further down, and the name for something else.
    article(`Words.\n\n${line("held", wrong)}`, held),
    article(`Words.\n\n${line("held", wrong)}`, "at(slt5.holdings.japan, 2025-11)"),
    article(`${line(held, right)}\n\n${line(held, right).replace("Japan", "China")}`, held),
    article(line(`${held} +`, right), held),
  ];
  for (const text of texts) {
    await writeFile(file, text);
    const fresh = await openGate(exampleReader(), vintages, folder);
    const [{ problems }, { problems: expected }] = [
      await kept.look("one"),
      await fresh.look("one"),
    ];
    expect(problems).toEqual(expected);
  }
  await rm(folder, { recursive: true });
});
