import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer, Exchange, Fields } from "./exchange.ts";
import { fetchFile } from "./fetch-file.ts";
import { usualPolicy } from "./retry.ts";

interface Version {
  readonly body: Buffer;
  readonly fields: Fields;
}

/**
 * Two files of one length that a publisher shows one after the other. It may give both one ETag; if that is a strong one they
 * differ in date: with neither, nobody could tell them apart.
 */
const versions = fc
  .record({
    length: fc.integer({ min: 1, max: 40 }),
    sameEtag: fc.boolean(),
    strong: fc.boolean(),
    dated: fc.boolean(),
    announced: fc.boolean(),
  })
  .map(({ length, sameEtag, strong, dated, announced }) =>
    ["a", "b"].map((letter, at): Version => {
      const mark = `"v${sameEtag ? 0 : at}"`;
      const fields = {
        etag: strong ? mark : `W/${mark}`,
        ...(dated || (strong && sameEtag)
          ? { "last-modified": `Thu, 18 Jun 2026 20:00:0${at} GMT` }
          : {}),
        ...(announced ? { "content-length": String(length) } : {}),
      };
      return { body: Buffer.from(letter.repeat(length)), fields };
    }),
  );

const fault = fc.oneof(
  { weight: 4, arbitrary: fc.record({ cutAt: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.constantFrom("reset", "500", "429", "416", "ignores-range") },
  { weight: 2, arbitrary: fc.constant("replaced") },
  { weight: 2, arbitrary: fc.constant("well") },
);

type Fault = typeof fault extends fc.Arbitrary<infer T> ? T : never;

/** A publisher to which all this happens, a request each, and then no more. */
function publisher([first, second]: readonly Version[], faults: readonly Fault[]): Exchange {
  let shown = first;
  const left = [...faults];
  return ({ headers }) => {
    const happens = left.shift() ?? "well";
    if (happens === "replaced") shown = second;
    if (!shown) throw new Error("There are two versions");
    const { body, fields } = shown;
    const from = Number(/^bytes=(\d+)-$/.exec(headers["Range"] ?? "")?.[1] ?? 0);
    const ranged =
      from > 0 && headers["If-Range"] === fields["etag"] && happens !== "ignores-range";
    const answered = (status: number, bytes: Uint8Array, more: Fields = {}): Answer => {
      const cutAt = typeof happens === "object" ? happens.cutAt : bytes.length;
      const cut = cutAt < bytes.length ? "reset" : null;
      return { kind: "answered", status, fields: more, body: bytes.subarray(0, cutAt), cut };
    };
    switch (happens) {
      case "reset":
        return Promise.resolve({ kind: "none", reason: "reset", code: "ECONNRESET" });
      case "500":
      case "429":
      case "416":
        return Promise.resolve(answered(Number(happens), new Uint8Array()));
      default:
        break;
    }
    if (!ranged) return Promise.resolve(answered(200, body, fields));
    if (from >= body.length) return Promise.resolve(answered(416, new Uint8Array()));
    const range = { "content-range": `bytes ${from}-${body.length - 1}/${body.length}` };
    const piece = { ...fields, ...range, "content-length": String(body.length - from) };
    return Promise.resolve(answered(206, body.subarray(from), piece));
  };
}

test("whatever happens on the way, what is fetched is a whole file as the publisher showed it", async () => {
  let fetched = 0;
  await fc.assert(
    fc.asyncProperty(versions, fc.array(fault, { maxLength: 6 }), async (files, faults) => {
      const result = await fetchFile(new URL("https://example.gov/t.txt"), null, 1_000, {
        exchange: publisher(files, faults),
        clock: { now: () => new Date(0), sleep: () => Promise.resolve() },
        random: () => 0.5,
        signal: new AbortController().signal,
        timeouts: { connect: 1, firstByte: 1, idle: 1 },
        total: 60_000,
        retry: usualPolicy,
      });
      if (result.kind !== "fetched") return;
      fetched += 1;
      const got = Buffer.from(result.bytes).toString();
      const shown = files.find(({ body }) => body.toString() === got);
      expect(shown, `${got} is one of the two files`).toBeDefined();
    }),
    { numRuns: 1_000, seed: 20_260_618 },
  );
  // Most of these troubles pass within five attempts; a test in which none did would show nothing.
  expect(fetched).toBeGreaterThan(500);
});
