import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Catalogue } from "#lib/sources/catalogue";
import { createReader } from "#lib/store/reader";
import { openStore } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import { writeArticles } from "./gate-articles.ts";

/** The article that leads the front page. */
export const madeSlug = "made-0000";

/** Writes a content folder of so many articles, of four claims each, about the newest vintage of the store. */
export async function makeContent(
  databaseUrl: string,
  folder: string,
  catalogue: Catalogue,
  count: number,
): Promise<void> {
  const store = openStore(databaseUrl);
  try {
    await mkdir(path.join(folder, "charts"), { recursive: true });
    await copyFile("content/glossary.yml", path.join(folder, "glossary.yml"));
    const topic = "- name: Capital\n  description: What is made to be measured.\n";
    await writeFile(path.join(folder, "topics.yml"), topic);
    const vintages = (await listReleases(store)).flatMap((release) => release.vintages);
    const asOf = vintages.filter(({ release }) => release === "slt1").at(-1)?.date;
    if (!asOf) throw new Error("The store holds no vintage of slt1");
    const areas = catalogue.areas.filter(
      ({ kind, name }) => kind === "country" && /^[A-Z][a-z]+$/.test(name),
    );
    const wanted = { count, wrongEvery: Infinity, asOf, paragraphs: 1 };
    await writeArticles(folder, createReader(store), areas, wanted);
  } finally {
    await store.close();
  }
}

/** Puts a word before the dek of the leading article, in the place of the one that was put there last. */
export async function edit(folder: string, word: string): Promise<void> {
  const file = path.join(folder, "articles", madeSlug, "index.mdx");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/<Dek>(?:\w+: )?/, `<Dek>${word}: `));
}
