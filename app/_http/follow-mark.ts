import { laterAnswer } from "./plain-answer.ts";

/** How often files are looked at, in milliseconds: so long, at most, an editor waits besides for what was saved. */
const every = 150;
/** How often something is said in any case: a connection on which nothing is said is taken for lost. */
const sign = 20_000;
/** More than anybody has tabs in sight. */
const most = 16;

let following = 0;

/**
 * Says a mark at once and then each time that it has changed, as server-sent events, until the asker is gone. It is asked for
 * rather than told by the file system: editors write in their own ways, and no watch sees them all on all disks.
 */
export function followMark(request: Request, markNow: () => string): Response {
  if (following >= most) return laterAnswer("Too many follow at once.", 10);
  following += 1;
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let isOpen = true;
  const end = () => {
    if (!isOpen) return;
    isOpen = false;
    following -= 1;
    clearTimeout(timer);
  };
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let said = "";
      let quiet = 0;
      const say = (text: string) => {
        if (!isOpen) return;
        quiet = 0;
        controller.enqueue(encoder.encode(`${text}\n\n`));
      };
      const look = () => {
        const mark = markNow();
        if (mark !== said) say(`data: ${(said = mark)}`);
        else if ((quiet += every) >= sign) say(": nothing new");
        if (isOpen) timer = setTimeout(run, every);
      };
      const run = () => {
        try {
          look();
        } catch (error) {
          if (isOpen) controller.error(error);
          end();
        }
      };
      // Of who has gone already no event tells.
      if (request.signal.aborted) {
        controller.close();
        end();
        return;
      }
      request.signal.addEventListener("abort", () => {
        if (isOpen) controller.close();
        end();
      });
      run();
    },
    cancel: end,
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Nobody on the way may keep it, or wait for the rest to make it smaller.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
