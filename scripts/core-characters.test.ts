import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { coreCharacters } from "./core-characters.ts";

/** Text that is shown: articles, charts, glossary, and the names that series and areas have. */
const places = ["content", "prisma/seed"];
const files = places.flatMap((place) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:mdx|yml|csv|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name)),
);

test("what the site shows can be written with the type that every page carries", () => {
  expect(files.length).toBeGreaterThan(20);
  const known = new Set(`${coreCharacters}\n`);
  const others = files.flatMap((file) =>
    [...new Set(readFileSync(file, "utf8"))]
      .filter((character) => !known.has(character))
      .map((character) => `${character} in ${file}`),
  );
  expect(others).toEqual([]);
});
