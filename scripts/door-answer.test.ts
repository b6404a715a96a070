import { expect, test } from "vitest";
import { doorAnswer, isOfApi } from "./door-answer.ts";

const refused = { status: 405, text: "This site is only read.", headers: { Allow: "GET" } };

test.each(["/api", "/api/", "/api?x=1", "/api/v1/%E0%A4%A", "http://localhost:3000/api/areas"])(
  "on the API a refusal is a problem that a program can read, on any site: %s",
  (url) => {
    const { headers, body } = doorAnswer(refused, url);
    expect(headers).toMatchObject({
      Allow: "GET",
      "Content-Type": "application/problem+json",
      "access-control-allow-origin": "*",
    });
    expect(JSON.parse(body)).toEqual({
      ...{ type: "about:blank", title: "Method Not Allowed", status: 405 },
      detail: "This site is only read.",
    });
  },
);

test.each(["/", "/apiary", "/data?next=/api", "http://localhost:3000/a", undefined])(
  "elsewhere it is a sentence: %s",
  (url) => {
    expect(isOfApi(url)).toBe(false);
    expect(doorAnswer(refused, url)).toEqual({
      headers: { "Content-Type": "text/plain; charset=utf-8", Allow: "GET" },
      body: "This site is only read.",
    });
  },
);
