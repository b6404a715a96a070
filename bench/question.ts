import { z } from "zod";

const ask = z.object({
  url: z.url(),
  method: z.enum(["GET", "POST"]).default("GET"),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
});

const schema = z.object({
  /** Asked in turns by each connection. */
  asks: z.array(ask).min(1),
  connections: z.number().int().min(1).max(200),
  seconds: z.number().min(1).max(3600),
  /** Of all connections together; as many as there are answers when left out. */
  perSecond: z.number().positive().optional(),
});

/** One request as a reader or a program makes it. */
export type Ask = z.input<typeof ask>;

/** What to ask, how often and for how long. */
export type Question = z.input<typeof schema>;

/** Reads a question. Only our own machine is asked: throws for any other, and for what is no question. */
export function readQuestion(json: string | undefined): z.output<typeof schema> {
  const question = schema.parse(JSON.parse(json ?? ""));
  for (const { url } of question.asks) {
    const { hostname } = new URL(url);
    if (hostname !== "127.0.0.1" && hostname !== "localhost") {
      throw new RangeError(`Expected an address of this machine, found ${hostname}`);
    }
  }
  return question;
}
