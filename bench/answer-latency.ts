import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSeededDatabase } from "#lib/store/test-store";
import { step } from "../scripts/progress.ts";
import { startSite } from "../scripts/test-site.ts";
import { chartCall } from "./chart-call.ts";
import { askMany } from "./asking.ts";
import { buildOnce } from "./built-site.ts";
import type { Line } from "./line.ts";
import { startSirv } from "./other-server.ts";
import type { Ask } from "./question.ts";
import { median } from "./timing.ts";
import { inTurns } from "./turns.ts";

const [rounds, seconds, connections] = [5, 4, 50];
const api = "/api/series/mfh.holdings.japan.json";

/** What is asked of our server, and the bytes that it answers with: what a plain server has on the disk. */
interface Asking {
  readonly name: string;
  readonly ask: Ask;
  readonly file: string;
}

/**
 * How long readers wait for a chart's figures (a server action) and programs for a series (the API), when 50 ask at once and again as
 * soon as they are answered, beside a plain static server that has the same bytes on the disk.
 */
export async function benchAnswers(server: string): Promise<Line[]> {
  const root = process.cwd();
  const databaseUrl = await createSeededDatabase(server, "tickmark_answers");
  const buildFolder = await buildOnce(root, databaseUrl);
  const folder = await mkdtemp(path.join(tmpdir(), "tickmark-answers-"));
  const ours = await startSite(root, { databaseUrl, buildFolder });
  const asked: Asking[] = [
    {
      name: "chart's figures by server action",
      ask: chartCall(ours.url, path.join(root, buildFolder)),
      file: "action.txt",
    },
    {
      name: "series by the API",
      ask: { url: ours.url + api },
      file: "series.json",
    },
  ];
  try {
    for (const { ask, file } of asked) {
      await writeFile(path.join(folder, file), await answerTo(ask));
    }
    const sirv = await startSirv(folder, "/action.txt");
    try {
      const lines: Line[] = [];
      for (const one of asked) lines.push(...(await compare(one, `${sirv.url}/${one.file}`)));
      return lines;
    } finally {
      await sirv.stop();
    }
  } finally {
    await ours.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare({ name, ask }: Asking, plain: string): Promise<Line[]> {
  const [own = [], file = []] = await step(name, async () => {
    const works = [ask, { url: plain }].map(
      (one) => () => askMany({ asks: [one], connections, seconds }),
    );
    const asked = await inTurns(rounds, works);
    return [`${rounds} times ${seconds} s`, asked];
  });
  return (["p50", "p99"] as const).map((part) => {
    const [ours, theirs] = [own, file].map((all) => median(all.map((one) => one[part])));
    return {
      name: `${name}, ${part} of ${connections} at once, against a plain file`,
      value: (ours ?? Number.NaN) / (theirs ?? Number.NaN),
      unit: "ratio",
      bound: null,
      detail: `${ours} ms, and ${theirs} ms; ${median(own.map(({ perSecond }) => perSecond)).toFixed(0)} a second, and ${median(file.map(({ perSecond }) => perSecond)).toFixed(0)}`,
    };
  });
}

async function answerTo({ url, method = "GET", headers, body }: Ask): Promise<Buffer> {
  const answer = await fetch(url, { method, ...(headers && { headers }), ...(body && { body }) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
