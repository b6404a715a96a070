import { describe, expect, test } from "vitest";
import { exampleChart, exampleReader, secondVintage } from "#lib/charts/example-charts";
import { fieldsOfShow, readShow, writeHighlight, type ShowAttributes } from "./chart-shows.ts";
import { viewDefinition } from "./chart-view.ts";

async function read(id: Parameters<typeof exampleChart>[0], asked: ShowAttributes) {
  const viewed = await viewDefinition(exampleChart(id), exampleReader(), secondVintage);
  if (!viewed.ok) throw new Error(viewed.problems.map(({ message }) => message).join());
  return readShow(asked, viewed.view);
}

/** Why a show is refused, and what to do. */
async function refusal(id: Parameters<typeof exampleChart>[0], asked: ShowAttributes) {
  const answer = await read(id, asked);
  return answer.ok ? null : `${answer.message}: ${answer.fix}`;
}

describe("what a guided link asks of a chart", () => {
  test("a range and a transformation are those that a reader may choose", async () => {
    const answer = await read("example-line", { range: "Last 2 years", transformation: "change" });
    expect(answer.ok && fieldsOfShow(answer.show)).toEqual({
      from: "2024-01",
      transformation: "change",
    });
    expect(answer.ok && writeHighlight(answer.show)).toBe("");
  });

  test("periods are lit up in the shortest range that holds them", async () => {
    const year = await read("example-line", { from: "2025-03", to: "2025-04" });
    expect(year.ok && fieldsOfShow(year.show)).toEqual({ from: "2025-01" });
    const whole = await read("example-line", { from: "2022-03" });
    expect(whole.ok && fieldsOfShow(whole.show)).toEqual({});
    expect(whole.ok && writeHighlight(whole.show)).toBe("from=2022-03 to=2022-03");
  });

  test("one series may be lit up, and the range stays", async () => {
    const answer = await read("example-ranking", { highlight: "mfh.holdings.beta" });
    expect(answer.ok && fieldsOfShow(answer.show)).toEqual({});
    expect(answer.ok && writeHighlight(answer.show)).toBe("key=mfh.holdings.beta");
  });

  test("what the chart does not have is named with the nearest it has", async () => {
    expect(await refusal("example-line", { range: "Last 3 years" })).toMatch(
      /has no range "Last 3 years": write Last 2 years; there are All, since January 2022, Last 2/,
    );
    expect(await refusal("example-line", { transformation: "chnge" })).toContain("write change");
    expect(await refusal("example-line", { highlight: "mfh.holdings.alfa" })).toContain(
      "write mfh.holdings.alpha",
    );
  });

  test("periods must be periods, in their order", async () => {
    expect(await refusal("example-line", { from: "March" })).toContain("such as 2025-12");
    expect(await refusal("example-line", { from: "2025-12", to: "2025-01" })).toContain(
      "the earlier period first",
    );
  });
});
