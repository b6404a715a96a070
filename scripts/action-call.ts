import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { setImmediate as afterEvents } from "node:timers/promises";
import { z } from "zod";

const manifest = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) });

/** The server actions of a build, what they are called in the code by their ids, from Next's list of them. */
export type Actions = ReadonlyMap<string, string>;

/** Throws when the list is not of the form that Next writes. */
export function actionsOf(listFile: string): Actions {
  const { node } = manifest.parse(JSON.parse(readFileSync(listFile, "utf8")));
  return new Map(Object.entries(node).map(([id, { exportedName }]) => [id, exportedName]));
}

/**
 * React's form of the arguments is JSON in which a text with `$` before it means something else: a reference, a date, a
 * big number. What scripts call has one argument, an object of short texts; all else is refused before React reads it. (What
 * forms post is read by `posted-form.ts`.)
 */
const plainText = z
  .string()
  .refine((text) => !text.startsWith("$") || text === "$undefined", "is a reference");
const argumentsSchema = z.tuple([z.record(z.string(), plainText)]);

/** Whether a body is a call of our action. */
export function isCall(body: string): boolean {
  try {
    return argumentsSchema.safeParse(JSON.parse(body, refusePrototype)).success;
  } catch {
    return false;
  }
}

/** The schema does not look at what is under this name, and React would. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === "__proto__") throw new SyntaxError("A call has no prototype");
  return value;
}

/**
 * The body of a request that announced its (small) length, put back for Next to read again, with what `mend` changed in it: as
 * many bytes. Undefined when the client goes before it has sent it all.
 */
export async function peekBody(
  request: IncomingMessage,
  mend: (body: Buffer) => void = () => undefined,
): Promise<string | undefined> {
  const length = Number(request.headers["content-length"]);
  if (!(length > 0)) return "";
  const body = await new Promise<string | undefined>((resolve) => {
    const settle = (text: string | undefined) => {
      request.off("readable", look).off("close", leave);
      resolve(text);
    };
    const look = () => {
      const bytes: unknown = request.read(length);
      if (!Buffer.isBuffer(bytes)) return;
      mend(bytes);
      // In the same breath: the stream has not said that it ended, so it takes them back.
      request.unshift(bytes);
      settle(bytes.toString("utf8"));
    };
    const leave = () => settle(undefined);
    request.on("readable", look).on("close", leave);
  });
  // The stream must have noticed that nobody waits for `readable` any more before the next reader comes.
  await afterEvents();
  return body;
}
