import { expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { citedFiles } from "./cited-files.ts";
import { groupSnapshots } from "./group-snapshots.ts";

function snapshot(release: string, vintage: string, note: string | null = null) {
  if (!isVintageDate(vintage)) throw new Error(vintage);
  const sha256 = `${release} ${vintage}`;
  const file = { file: "f.txt", url: "https://example.org", bytes: 1, retrieved: null };
  return { release, vintage, sha256, note, ...file };
}

test("files of one release stand together, each once and the oldest first", () => {
  const [may, march, table] = [
    snapshot("press", "2024-05-15"),
    snapshot("press", "2024-03-19"),
    snapshot("slt1", "2026-06-18"),
  ];
  expect(groupSnapshots([may, table, march, may])).toMatchObject([
    { release: "press", files: [march, may] },
    { release: "slt1", files: [table] },
  ]);
});

test("a note is told once where all files of a release have it", () => {
  const notes = (...all: (string | null)[]) =>
    groupSnapshots(all.map((note, at) => snapshot("press", `2024-05-1${at}`, note)))[0]?.note;
  expect([notes("read", "read"), notes("read", null), notes(null, null)]).toEqual([
    "read",
    null,
    null,
  ]);
});

test("a citation names two files of a release with their fingerprints, and of more how many there are", () => {
  const [one, two, three] = ["2024-03-19", "2024-04-17", "2024-05-15"].map((day) =>
    snapshot("press", day),
  );
  if (!one || !two || !three) throw new Error("Expected three files");
  expect(citedFiles([one, two])).toContain(
    "f.txt, vintage of March 19, 2024 (SHA-256 press 2024-03-19); f.txt, vintage of April 17, 2024",
  );
  expect(citedFiles([one, two, three])).toMatch(
    /: Press releases: 3 files, of vintages from March 19, 2024 to May 15, 2024 \(SHA-256 of each on the receipt\)$/,
  );
});
