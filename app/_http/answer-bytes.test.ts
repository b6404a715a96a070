import { expect, test } from "vitest";
import { answerBytes } from "./answer-bytes.ts";

const answer = { body: "figures", headers: { "content-type": "text/plain" } };

function ask(ifNoneMatch?: string): Response {
  const headers = ifNoneMatch === undefined ? {} : { "if-none-match": ifNoneMatch };
  return answerBytes(new Request("http://localhost/x", { headers }), answer);
}

test("the same bytes have the same strong tag", () => {
  expect(ask().headers.get("etag")).toMatch(/^"[\w-]{43}"$/);
  expect(ask().headers.get("etag")).toBe(ask().headers.get("etag"));
});

test.each(["", "W/", '"other", W/', '"a","b", '])(
  "an asker who has it gets 304 and no body: %s",
  async (before) => {
    const response = ask(`${before}${ask().headers.get("etag")}`);
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
    expect(response.headers.get("etag")).toBe(ask().headers.get("etag"));
  },
);

test("an asker who has something else gets the bytes", async () => {
  const response = ask('"other"');
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("figures");
});

const changed = new Date("2026-06-18T20:00:00.750Z");

function askSince(headers: Record<string, string>): Response {
  return answerBytes(new Request("http://localhost/x", { headers }), { ...answer, changed });
}

test("the last change is told in whole seconds", () => {
  expect(askSince({}).headers.get("last-modified")).toBe("Thu, 18 Jun 2026 20:00:00 GMT");
});

test.each([
  ["the very second", "Thu, 18 Jun 2026 20:00:00 GMT", 304],
  ["a later day", "Fri, 19 Jun 2026 00:00:00 GMT", 304],
  ["the form of RFC 850", "Thursday, 18-Jun-26 20:00:00 GMT", 304],
  ["the form of asctime", "Thu Jun 18 20:00:00 2026", 304],
  ["a second before", "Thu, 18 Jun 2026 19:59:59 GMT", 200],
  ["no date", "yesterday", 200],
])("an asker whose copy is of %s", async (_, since, status) => {
  const response = askSince({ "if-modified-since": since });
  expect(response.status).toBe(status);
  expect(await response.text()).toBe(status === 304 ? "" : "figures");
});

test("a tag decides alone, whatever the day says", () => {
  const since = "Fri, 19 Jun 2026 00:00:00 GMT";
  expect(askSince({ "if-none-match": '"other"', "if-modified-since": since }).status).toBe(200);
});

test("a day says nothing about an answer that does not tell its own", () => {
  const headers = { "if-modified-since": "Fri, 19 Jun 2026 00:00:00 GMT" };
  expect(answerBytes(new Request("http://localhost/x", { headers }), answer).status).toBe(200);
});
