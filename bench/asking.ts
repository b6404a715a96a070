import { z } from "zod";
import { runProgram } from "../scripts/child.ts";
import type { Question } from "./question.ts";

const schema = z.object({
  perSecond: z.number(),
  /** Of an answer, headers and all. */
  bytes: z.number(),
  /** Milliseconds within which half of the answers came, and 99 of 100. */
  p50: z.number(),
  p99: z.number(),
  /** Answers that did not come in time, or were neither 200 nor 304. */
  failed: z.number(),
});

/** What came of asking a server many times. */
export type Asked = z.infer<typeof schema>;

/** Asks in a process of its own. Throws when any answer failed: a server that refuses is fast. */
export async function askMany(question: Question): Promise<Asked> {
  const asked = await askAnyway(question);
  if (asked.failed > 0) throw new Error(`${urlOf(question)} failed ${asked.failed} times`);
  return asked;
}

/** The same for who counts the failures himself. */
export async function askAnyway(question: Question): Promise<Asked> {
  const script = ["--import", "tsx", "bench/ask-child.ts", JSON.stringify(question)];
  const { code, output } = await runProgram(process.execPath, script, {
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) throw new Error(`${urlOf(question)} could not be asked:\n${output}`);
  return schema.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
}

function urlOf({ asks }: Question): string {
  return asks.map(({ url }) => url).join(", ");
}
