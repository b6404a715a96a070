import { readdir } from "node:fs/promises";
import path from "node:path";
import { groupDigits } from "#lib/series/format";
import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import { insteadOfPicture } from "./html-names.ts";

const picture = /\.(?:avif|bmp|gif|heic|jpe?g|m4v|mov|mp4|png|svg|tiff?|webm|webp)$/iu;

/**
 * Pictures that lie in the folder of an article: whoever put one there expects readers to see it. They are never opened. Other
 * files may lie there, such as notes. Problem: `picture`.
 */
export async function checkBeside({ file }: Pick<Article, "file">): Promise<Problem[]> {
  const folder = path.dirname(file);
  const names = await readdir(folder);
  const pictures = names.filter((name) => picture.test(name) && !name.startsWith(".")).sort();
  const [first] = pictures;
  if (first === undefined) return [];
  const others = pictures.length - 1;
  const [what, them] = others === 0 ? [`${first} lies`, "it"] : [sayMany(first, others), "them"];
  return [
    {
      kind: "picture",
      message: `${what} beside the article, which shows no pictures: nobody would see ${them}`,
      at: { file: path.join(folder, first), line: 1, column: 1 },
      fix: `delete ${them}; ${insteadOfPicture}`,
    },
  ];
}

/** "a.png and 9,999 other pictures lie": a folder of photographs is one mistake. */
function sayMany(first: string, others: number): string {
  const count = others === 1 ? "another picture" : `${groupDigits(String(others))} other pictures`;
  return `${first} and ${count} lie`;
}
