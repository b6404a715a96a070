import type { Edited, Growth } from "./growth.ts";
import type { Line } from "./line.ts";

/** From so many articles on, an edit must be small beside the whole: the build of few is mostly what all sites have. */
const many = 1000;

/** The figures of each size, and how each grows from the smallest to the largest. */
export function growthLines(grown: readonly Growth[]): Line[] {
  const [smallest, largest] = [grown.at(0), grown.at(-1)];
  const lines = grown.flatMap(linesOf);
  return smallest && largest && largest !== smallest
    ? [...lines, ...betweenLines(smallest, largest)]
    : lines;
}

function linesOf(one: Growth): Line[] {
  const of = `${one.articles} articles`;
  const isMany = one.articles >= many;
  const plain = (name: string, value: number, unit: Line["unit"], detail: string): Line => ({
    ...{ name: `${name}, ${of}`, value, unit, bound: null, detail },
  });
  return [
    plain("build", one.build / 1000, "s", `and the gate ${seconds(one.gate)} before it`),
    plain("memory of the build", one.buildMemory, "MB", "the most that its processes held at once"),
    plain("memory of a server", one.serverMemory, "MB", "the most until an edit was in the feed"),
    plain("start-up", one.startUp, "ms", "from the command to the first article, read whole"),
    plain("front page", one.home, "kB", "compressed"),
    plain("an article's page", one.page, "kB", "compressed"),
    plain("the feed of articles", one.feed, "kB", "compressed"),
    editLine("by a server that runs", one.running, one, isMany ? 5 : null),
    editLine("by a restart", one.restarted, one, isMany ? 10 : null),
  ];
}

function editLine(
  how: string,
  { again, page, home, feed }: Edited,
  { articles, gate, build }: Growth,
  bound: number | null,
): Line {
  const [until, full] = [again + Math.max(page, home, feed), gate + build];
  return {
    name: `a one-word edit of one article of ${articles}, until all have it, ${how}`,
    value: (100 * until) / full,
    unit: "%",
    bound,
    detail: `${seconds(until)} (gate ${seconds(again)}, page ${seconds(page)}, front page ${seconds(home)}, feed ${seconds(feed)}) of ${seconds(full)} (gate ${seconds(gate)}, build ${seconds(build)})`,
  };
}

/** Pages that readers load must not grow with the archive; what is made once for each article may. */
function betweenLines(small: Growth, large: Growth): Line[] {
  const between = `${large.articles} articles against ${small.articles}`;
  const ratio = (name: string, of: (one: Growth) => number, bound: number | null): Line => ({
    name: `${name}, ${between}`,
    value: of(large) / of(small),
    unit: "ratio",
    bound,
    detail: `${large.articles / small.articles} times the articles`,
  });
  return [
    ratio("gate and build", ({ gate, build }) => gate + build, null),
    ratio("memory of the build", ({ buildMemory }) => buildMemory, null),
    ratio("memory of a server", ({ serverMemory }) => serverMemory, null),
    ratio("start-up", ({ startUp }) => startUp, null),
    ratio("an article's page", ({ page }) => page, 1.2),
    ratio("front page", ({ home }) => home, null),
  ];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
