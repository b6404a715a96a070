import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectGolden } from "./expect-golden.ts";
import { chartTokens } from "./mark-style.ts";
import { marksStylesheet } from "./stylesheet.ts";
import { lightColours } from "./theme.ts";

const sheet = "app/_components/chart/chart-marks.css";

describe("the looks of charts on the page", () => {
  test("chart-marks.css is what mark-style.ts says, so that page and PNG cannot differ", () => {
    expectGolden(marksStylesheet(), sheet);
  });

  test("the PNG's colours are the light values of tokens.css", () => {
    const [light = ""] = readFileSync("app/tokens.css", "utf8").split("@media");
    for (const token of chartTokens) {
      const [, value] = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(light) ?? [];
      expect({ token, value }).toEqual({ token, value: lightColours[token] });
    }
  });
});
