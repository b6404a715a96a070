import { describe, expect, test } from "vitest";
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

test("a day is neither told nor taken: an editor's word changes an answer that no vintage does", () => {
  const headers = { "if-modified-since": "Fri, 19 Jun 2099 00:00:00 GMT" };
  const response = answerBytes(new Request("http://localhost/x", { headers }), answer);
  expect(response.status).toBe(200);
  expect(response.headers.has("last-modified")).toBe(false);
});

describe("an answer that knows when it last changed", () => {
  const changed = new Date("2026-06-19T12:00:00.900Z");
  const sent = "Fri, 19 Jun 2026 12:00:00 GMT";

  function askWith(headers: Record<string, string>): Response {
    return answerBytes(new Request("http://localhost/x", { headers }), { ...answer, changed });
  }

  test("says so", () => {
    expect(askWith({}).headers.get("last-modified")).toBe(sent);
  });

  test.each([sent, "Sat, 20 Jun 2026 00:00:00 GMT"])(
    "is not sent to who has it since: %s",
    (day) => {
      const response = askWith({ "if-modified-since": day });
      expect(response.status).toBe(304);
      expect(response.headers.get("last-modified")).toBe(sent);
    },
  );

  test.each(["Fri, 19 Jun 2026 11:59:59 GMT", "nonsense", ""])(
    "is sent to who has an older one, or says nothing that can be read: %s",
    (day) => {
      expect(askWith({ "if-modified-since": day }).status).toBe(200);
    },
  );

  test("goes by the tag where both are named", () => {
    const headers = { "if-modified-since": sent, "if-none-match": '"other"' };
    expect(askWith(headers).status).toBe(200);
  });
});
