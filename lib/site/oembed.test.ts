import { describe, expect, test } from "vitest";
import { exampleChart, exampleReader, secondVintage } from "#lib/charts/example-charts";
import type { ChartPage } from "./chart-page.ts";
import { viewDefinition } from "./chart-view.ts";
import { answerOembed } from "./oembed.ts";

const origin = "https://tickmark.example";

describe("what oEmbed says of a chart", () => {
  test("is a frame of the size asked for, with the view of the address", async () => {
    const url = `${origin}/charts/example-line?example-line.asOf=2026-02-18&other.from=2020-01`;
    const answer = await ask({ url, maxwidth: "500", maxheight: "400" });
    expect(answer).toMatchObject({
      ok: true,
      body: { version: "1.0", type: "rich", width: 500, height: 400, provider_name: "Tickmark" },
    });
    expect(answer.ok && answer.body["html"]).toContain(
      `src="${origin}/embed/example-line?asOf=2026-02-18"`,
    );
  });

  test("takes the address of a frame as well", async () => {
    const answer = await ask({ url: `${origin}/embed/example-line?from=2024-01` });
    expect(answer.ok && answer.body["html"]).toContain("/embed/example-line?from=2024-01");
  });

  test("escapes what stands in attributes", async () => {
    const url = `${origin}/embed/example-line?from=%22onload=alert(1)`;
    const answer = await ask({ url });
    expect(answer.ok && answer.body["html"]).not.toContain('"onload');
  });

  test.each([
    [{}, 400, "full address"],
    [{ url: "https://other.example/charts/example-line" }, 404, "no chart"],
    [{ url: `${origin}/charts/nowhere` }, 404, "no chart"],
    [{ url: `${origin}/charts/example-line`, format: "xml" }, 501, "format=json"],
    [{ url: `${origin}/charts/example-line`, maxwidth: "wide" }, 400, "whole numbers"],
    [{ url: `${origin}/charts/example-line`, callback: "x" }, 400, "is not known"],
  ])("refuses %j with %i", async (query, status, words) => {
    const answer = await ask(query);
    expect(answer).toMatchObject({ ok: false, status });
    expect(answer.ok ? "" : answer.message).toContain(words);
  });
});

async function ask(query: Record<string, string>) {
  const viewed = await viewDefinition(exampleChart("example-line"), exampleReader(), secondVintage);
  if (!viewed.ok) throw new Error(JSON.stringify(viewed.problems));
  const page: ChartPage = {
    view: viewed.view,
    headline: [],
    asOf: secondVintage,
    articles: [],
    series: [],
    licence: "",
  };
  const chartOf = (id: string) => Promise.resolve(id === page.view.id ? page : null);
  return answerOembed(new URLSearchParams(query), origin, chartOf);
}
