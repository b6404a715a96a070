import { expect, test } from "vitest";
import { refusalOf } from "./door.ts";

const actions = new Set(["40ab"]);
const call = {
  "next-action": "40ab",
  "content-type": "text/plain;charset=UTF-8",
  "content-length": "120",
  host: "tickmark.example",
  origin: "https://tickmark.example",
};

function statusOf(method: string, url = "/", headers = {}): number | undefined {
  return refusalOf({ method, url, headers }, actions)?.status;
}

test.each(["GET", "HEAD", "OPTIONS"])("%s comes in", (method) => {
  expect(statusOf(method)).toBeUndefined();
});

test.each(["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])(
  "%s on a page is refused, and told what is allowed",
  (method) => {
    const refused = refusalOf({ method, url: "/", headers: {} }, actions);
    expect(refused?.status).toBe(405);
    expect(refused?.headers).toEqual({ Allow: "GET, HEAD, OPTIONS" });
  },
);

test.each(["/api/series", "/api", "/api?x=1"])(
  "on the API the refusal is a problem that a program can read: %s",
  (url) => {
    const refused = refusalOf({ method: "DELETE", url, headers: {} }, actions);
    expect(refused?.headers).toMatchObject({
      Allow: "GET, HEAD, OPTIONS",
      "Content-Type": "application/problem+json",
    });
    expect(JSON.parse(refused?.text ?? "")).toMatchObject({ status: 405 });
  },
);

test("an address that only begins like the API's is a page", () => {
  expect(refusalOf({ method: "PUT", url: "/apiary", headers: {} }, actions)?.headers).toEqual({
    Allow: "GET, HEAD, OPTIONS",
  });
});

test.each(["/_next/image", "/_next/image?url=%2Fa.png&w=640&q=75", "/_next/image/"])(
  "nobody scales pictures: %s",
  (url) => expect(statusOf("GET", url)).toBe(404),
);

test("a call as the pages make it comes in, through a proxy too, and from a program without an origin", () => {
  expect(statusOf("POST", "/", call)).toBeUndefined();
  const proxied = { ...call, host: "127.0.0.1:3000", "x-forwarded-host": "tickmark.example" };
  expect(statusOf("POST", "/", proxied)).toBeUndefined();
  expect(statusOf("POST", "/", { ...call, origin: undefined })).toBeUndefined();
});

test.each([
  [404, { "next-action": "ffff" }],
  [403, { origin: "https://elsewhere.example" }],
  [403, { origin: "null" }],
  [415, { "content-type": "multipart/form-data; boundary=x" }],
  [415, { "content-type": undefined }],
  [411, { "content-length": undefined }],
  [413, { "content-length": "2049" }],
])("any other call is refused with %i", (status, headers) => {
  expect(statusOf("POST", "/", { ...call, ...headers })).toBe(status);
});
