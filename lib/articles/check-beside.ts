import { readdir } from "node:fs/promises";
import path from "node:path";
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
  return names
    .filter((name) => picture.test(name) && !name.startsWith("."))
    .sort()
    .map((name) => ({
      kind: "picture",
      message: `${name} lies beside the article, which shows no pictures: nobody would see it`,
      at: { file: path.join(folder, name), line: 1, column: 1 },
      fix: `delete it; ${insteadOfPicture}`,
    }));
}
