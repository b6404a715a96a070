import { expect, test } from "vitest";
import type { Answer } from "./exchange.ts";
import { follow } from "./redirect.ts";

/** Follows one redirect from `from`, and gives the addresses asked. */
async function asked(from: string, location: string): Promise<string[]> {
  const urls: string[] = [];
  const answered = { kind: "answered", body: new Uint8Array(), cut: null } as const;
  await follow(
    ({ url }) => {
      urls.push(url.href);
      const answer: Answer =
        urls.length === 1
          ? { ...answered, status: 301, fields: { location } }
          : { ...answered, status: 200, fields: {} };
      return Promise.resolve(answer);
    },
    {
      url: new URL(from),
      headers: {},
      timeouts: { connect: 1, firstByte: 1, idle: 1 },
      mostBytes: 1,
      signal: new AbortController().signal,
    },
  );
  return urls.slice(1);
}

test.each([
  ["https://a.gov/x", "/y", "https://a.gov/y"],
  ["https://a.gov/x", "https://a.gov/y", "https://a.gov/y"],
  ["http://a.gov/x", "https://a.gov/x", "https://a.gov/x"],
])("from %s to %s is followed", async (from, location, to) => {
  expect(await asked(from, location)).toEqual([to]);
});

test.each([
  ["https://a.gov/x", "http://a.gov/x"],
  ["https://a.gov/x", "https://b.gov/x"],
  ["https://a.gov/x", "https://www.a.gov/x"],
  ["https://a.gov/x", "https://a.gov:8443/x"],
  ["http://a.gov:8080/x", "https://a.gov/x"],
  ["https://a.gov/x", "file:///etc/passwd"],
  ["https://a.gov/x", "https://a.gov@b.gov/x"],
  ["https://a.gov/x", "http://[bad"],
])("from %s to %s is not", async (from, location) => {
  expect(await asked(from, location)).toEqual([]);
});
