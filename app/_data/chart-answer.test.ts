import { beforeEach, expect, test, vi } from "vitest";

const answerChartQuery = vi.fn<(input: unknown) => Promise<object>>();
const state = { holds: "one", preview: false };

vi.mock("server-only", () => ({}));
vi.mock("#lib/site/chart-query", () => ({ answerChartQuery }));
vi.mock("./chart.ts", () => ({
  chartsPlace: async () => Promise.resolve(undefined),
  isShownChart: async (id: string) => Promise.resolve(id !== "hidden"),
  noSuchChart: "none",
}));
vi.mock("./current-holds.ts", () => ({
  currentHolds: async () =>
    state.holds === "" ? Promise.reject(new Error("away")) : Promise.resolve(state.holds),
}));
vi.mock("./is-preview.ts", () => ({ isPreview: () => state.preview }));
vi.mock("./read-again.ts", () => ({ readAgain: async (read: () => Promise<unknown>) => read() }));
vi.mock("./store.ts", () => ({ reader: () => ({}) }));

beforeEach(() => {
  vi.resetModules();
  answerChartQuery.mockReset();
  answerChartQuery.mockImplementation(async (input) => Promise.resolve({ ok: true, of: input }));
  Object.assign(state, { holds: "one", preview: false });
});

async function chartAnswer() {
  return (await import("./chart-answer.ts")).chartAnswer;
}

test("the same question is worked out once, in whatever order its fields come", async () => {
  const ask = await chartAnswer();
  const first = await ask({ id: "a", asOf: "2026-02-18" });
  expect(await ask({ asOf: "2026-02-18", id: "a" })).toBe(first);
  expect(answerChartQuery).toHaveBeenCalledTimes(1);
});

test("those who ask it at the same time get one answer", async () => {
  const ask = await chartAnswer();
  const [first, ...others] = await Promise.all([1, 2, 3].map(async () => ask({ id: "a" })));
  for (const other of others) expect(other).toBe(first);
  expect(answerChartQuery).toHaveBeenCalledTimes(1);
});

test.each([
  ["another chart", { id: "b" }],
  ["another field", { id: "a", from: "2026-02-18" }],
  ["another value", { id: "a", asOf: "2026-02-19" }],
])("%s is another question", async (_, other) => {
  const ask = await chartAnswer();
  await ask({ id: "a", asOf: "2026-02-18" });
  expect(await ask(other)).toEqual({ ok: true, of: other });
});

test("it is worked out anew when the store or the content holds something else", async () => {
  const ask = await chartAnswer();
  await ask({ id: "a" });
  state.holds = "two";
  await ask({ id: "a" });
  expect(answerChartQuery).toHaveBeenCalledTimes(2);
});

test("while the store is away, what is kept is not told as what is so", async () => {
  const ask = await chartAnswer();
  await ask({ id: "a" });
  state.holds = "";
  await expect(ask({ id: "a" })).rejects.toThrow("away");
});

test.each<[string, () => Promise<object>]>([
  ["a refusal", async () => Promise.resolve({ ok: false, message: "no" })],
  ["a failure", async () => Promise.reject(new Error("broken"))],
])("%s is not kept", async (_, came) => {
  const ask = await chartAnswer();
  answerChartQuery.mockImplementationOnce(came);
  await ask({ id: "a" }).catch(() => undefined);
  expect(await ask({ id: "a" })).toMatchObject({ ok: true });
});

test("a chart that readers are not shown is none", async () => {
  expect(await (await chartAnswer())({ id: "hidden" })).toEqual({ ok: false, message: "none" });
});

test.each<[string, unknown]>([
  ["no object", "a"],
  ["something else than texts", { id: "a", asOf: new Date(0) }],
  ["a long text", { id: "a", asOf: "9".repeat(600) }],
  [
    "many fields",
    { id: "a", ...Object.fromEntries("bcdefghijkl".split("").map((name) => [name, "1"])) },
  ],
])("%s is asked each time", async (_, input) => {
  const ask = await chartAnswer();
  await ask(input);
  await ask(input);
  expect(answerChartQuery).toHaveBeenCalledTimes(2);
});

test("a preview shows what is in the folder", async () => {
  state.preview = true;
  const ask = await chartAnswer();
  await ask({ id: "a" });
  await ask({ id: "a" });
  expect(answerChartQuery).toHaveBeenCalledTimes(2);
});
