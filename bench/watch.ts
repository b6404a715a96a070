import { cp, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSession } from "#lib/cli/check-session";
import { watchContent } from "#lib/cli/check-watch";
import { startProcessorClock } from "#lib/series/processor-time";
import { openStore } from "#lib/store/store";
import { createSeededDatabase } from "#lib/store/test-store";
import type { Line } from "./line.ts";

const saves = 30;

/** Editors think between two saves, and the machine rests. */
const pause = 150;

/** What `tickmark check --watch` does between a save of the longest article there is and the last word of what it says of it. */
export async function benchWatch(server: string): Promise<Line[]> {
  const databaseUrl = await createSeededDatabase(server, "tickmark_watch");
  const made = await mkdtemp(path.join(tmpdir(), "tickmark-watch-"));
  const folder = path.join(made, "content");
  await cp("content", folder, { recursive: true });
  const store = openStore(databaseUrl);
  const stop = new AbortController();
  const rounds = listen();
  const slug = await longestIn(folder);
  const watching = watchContent(
    { slugs: [slug], folder, isJson: false, tellsAll: false },
    openSession(store, folder, true, () => new Date()),
    { databaseUrl, print: rounds.print, printError: rounds.print },
    stop.signal,
  );
  try {
    await rounds.next();
    await sleep(3_000);
    const took: number[] = [];
    const worked: number[] = [];
    const file = path.join(folder, "articles", slug, "index.mdx");
    const text = await readFile(file, "utf8");
    for (let save = 1; save <= saves; save += 1) {
      await sleep(pause);
      const told = rounds.next();
      const began = performance.now();
      const spent = startProcessorClock();
      await saveAs(file, edited(text, save));
      await told;
      took.push(performance.now() - began);
      worked.push(spent());
    }
    const words = text.split(/\s+/u).length;
    return [
      {
        name: "from a save of the longest article to its messages",
        value: medianOf(took),
        unit: "ms",
        bound: 200,
        detail: `${slug}, ${words} words; the median of ${saves} saves, the slowest ${Math.max(...took).toFixed(0)} ms; ${medianOf(worked).toFixed(0)} ms of the processor`,
      },
    ];
  } finally {
    stop.abort();
    await watching;
    await store.close();
    await rm(made, { recursive: true, force: true });
  }
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

async function longestIn(folder: string): Promise<string> {
  const articles = path.join(folder, "articles");
  const sized = await Promise.all(
    (await readdir(articles)).map(async (slug) => ({
      slug,
      size: (await stat(path.join(articles, slug, "index.mdx"))).size,
    })),
  );
  const [longest] = sized.sort((left, right) => right.size - left.size);
  if (longest === undefined) throw new Error("There is no article");
  return longest.slug;
}

/** What editors do in turn: a wrong figure, a word that is misspelt in another way each time, and a sentence more. */
function edited(text: string, save: number): string {
  const letters = save.toString(26).replace(/\d/g, "q");
  switch (save % 3) {
    case 0:
      return text.replace(
        /(<Claim [^>]*>[^<]*?)(\d)(?=[^<]*<)/,
        (_, before: string, digit: string) => {
          return `${before}${(Number(digit) + save) % 10}`;
        },
      );
    case 1:
      return text.replace(/<Dek>\s*/, (dek) => `${dek}Notabl${letters}y: `);
    default:
      return `${text}\nThis is said for the ${letters} time.\n`;
  }
}

async function saveAs(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

/** Hears what is printed: `next` gives when the next round has been told. */
function listen() {
  let heard = () => {};
  return {
    print: (text: string) => {
      if (/^check: .* ms, at /mu.test(text)) heard();
    },
    next: () => new Promise<void>((resolve) => (heard = resolve)),
  };
}
