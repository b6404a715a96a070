import { beforeEach, expect, test, vi } from "vitest";
import type { ApiAnswer } from "#lib/api/api-answer";

const currentHolds = vi.hoisted(() => vi.fn<() => Promise<string>>());
const answerApi = vi.hoisted(() => vi.fn<() => Promise<ApiAnswer>>());
vi.mock("server-only", () => ({}));
vi.mock("../../_data/current-holds.ts", () => ({ currentHolds }));
vi.mock("../../_data/api.ts", () => ({ answerApi }));

const answer: ApiAnswer = {
  ok: true,
  body: "{}\n",
  mediaType: "application/json",
  fileName: "areas.json",
  links: [{ rel: "next", href: "https://tickmark.example/api/series?offset=1" }],
};

beforeEach(() => {
  vi.stubEnv("SITE_URL", "");
  vi.resetModules();
  vi.resetAllMocks();
  currentHolds.mockResolvedValue("vintages-1");
  answerApi.mockResolvedValue(answer);
});

async function get(address: string): Promise<Response> {
  const { GET } = await import("./route.ts");
  return GET(new Request(`http://localhost${address}`));
}

test("an answer says its type, name and what is beside it, and may be read by other sites", async () => {
  const response = await get("/api/areas");
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/json",
    "content-disposition": 'inline; filename="areas.json"',
    link: '<https://tickmark.example/api/series?offset=1>; rel="next"',
    "access-control-allow-origin": "*",
  });
});

test("the same question is put to the store once for as long as its vintages are the same", async () => {
  await get("/api/areas");
  await get("/api/areas");
  expect(answerApi).toHaveBeenCalledTimes(1);
  await get("/api/areas?x=1");
  expect(answerApi).toHaveBeenCalledTimes(2);
  currentHolds.mockResolvedValue("vintages-2");
  await get("/api/areas");
  expect(answerApi).toHaveBeenCalledTimes(3);
});

test("a refusal is not kept: what is not there may be there the next time", async () => {
  const refusal: ApiAnswer = { ok: false, problem: { kind: "unknown-series", detail: "No." } };
  answerApi.mockResolvedValueOnce(refusal);
  const response = await get("/api/series/x.y.json");
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toEqual({
    type: "http://localhost:3000/developers#unknown-series",
    title: "There is no series with this key",
    status: 404,
    detail: "No.",
  });
  expect((await get("/api/series/x.y.json")).status).toBe(200);
});

test.each([currentHolds, answerApi])(
  "a store that fails is 503, says when to come back, and nothing of its own",
  async (failing) => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    failing.mockRejectedValue(new Error("password authentication failed for user postgres"));
    const response = await get("/api/areas");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("10");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).not.toContain("postgres");
    expect(log).toHaveBeenCalledOnce();
  },
);

test("a mistake of ours is no outage", async () => {
  answerApi.mockRejectedValue(new TypeError("undefined is not a function"));
  await expect(get("/api/areas")).rejects.toThrow(TypeError);
});

test("when too many ask at once, the next is told to come back", async () => {
  let release: (answer: ApiAnswer) => void = () => undefined;
  answerApi.mockReturnValue(new Promise((resolve) => (release = resolve)));
  const waiting = Array.from({ length: 60 }, (_, index) => get(`/api/areas?x=${index}`));
  await vi.waitFor(() => expect(answerApi).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 20));
  release(answer);
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(50);
  expect(statuses.filter((status) => status === 503)).toHaveLength(10);
});
