import { describe, expect, it } from "vitest";
import { endName, widestName } from "./end-labels.ts";
import { frames } from "./frame.ts";
import { plainLabel } from "./plotted.ts";

const label = "Net purchases, last press release";
const texts = ["93.2", "221.8", null];

describe("a name at the end of a line", () => {
  it("is broken between words before it takes the room of the chart, with the last figure under it", () => {
    const name = endName(label, texts, frames.wide);
    expect(name).toEqual({
      lines: ["Net purchases,", "last press release", "221.8"],
      nameLines: 2,
    });
    expect(widestName([name])).toBeLessThanOrEqual(118);
  });

  it("stands without its figure on a narrow drawing, and is the figure where there is no name to say", () => {
    expect(endName("Japan", texts, frames.narrow)).toEqual({ lines: ["Japan"], nameLines: 1 });
    expect(endName(plainLabel, texts, frames.narrow).lines).toEqual(["221.8"]);
  });

  it("keeps a single long word whole", () => {
    expect(endName("Liechtensteinerinnen", [null], frames.wide)).toEqual({
      lines: ["Liechtensteinerinnen"],
      nameLines: 1,
    });
  });
});
