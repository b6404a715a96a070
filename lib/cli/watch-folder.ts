import { watch, type FSWatcher } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";

/** Where nothing tells of a change, as on a network drive, it is looked for this often. */
const every = 1000;

/** Calls when something in a folder of content may have changed; gives what ends it. Calls too often rather than too seldom. */
export async function watchFolder(folder: string, onChange: () => void): Promise<() => void> {
  const watched = new Map<string, FSWatcher>();
  const leave = (place: string) => {
    watched.get(place)?.close();
    watched.delete(place);
  };
  const refresh = async () => {
    const articles = path.join(folder, "articles");
    const entries = await readdir(articles, { withFileTypes: true }).catch(() => []);
    const own = entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => path.join(articles, name));
    const places = [folder, articles, path.join(folder, "charts"), ...own];
    for (const place of watched.keys()) if (!places.includes(place)) leave(place);
    for (const place of places) if (!watched.has(place)) enter(place);
  };
  const enter = (place: string) => {
    try {
      // The folder and not the file: many editors write another file and rename it.
      const watcher = watch(place, (event) => {
        onChange();
        if (event === "rename") void refresh();
      });
      watcher.on("error", () => leave(place));
      watched.set(place, watcher);
    } catch {
      // Gone again, or more folders than the system watches: the timer sees what changes there.
    }
  };
  await refresh();
  const timer = setInterval(() => {
    onChange();
    void refresh();
  }, every);
  return () => {
    clearInterval(timer);
    for (const place of [...watched.keys()]) leave(place);
  };
}
