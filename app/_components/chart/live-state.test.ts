import { describe, expect, test } from "vitest";
import { month } from "#lib/charts/example-charts";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { ChartContent } from "#lib/site/chart-view";
import type { Choice } from "./choice.ts";
import { isPending, nextState, startingState, statusOf, type Asker } from "./live-state.ts";

describe("the state of a live chart", () => {
  test("starts with the server's picture and nothing pending", () => {
    const state = startingState(content("first"));
    expect(state.content.measure).toBe("first");
    expect(isPending(state)).toBe(false);
  });

  test("waits for an answer with the old picture, then shows the new one", () => {
    const asked = nextState(startingState(content("first")), chosen(1));
    expect(isPending(asked)).toBe(true);
    expect(asked.content.measure).toBe("first");
    const answered = nextState(asked, answer(1, "second"));
    expect(isPending(answered)).toBe(false);
    expect(answered.content.measure).toBe("second");
  });

  test("an answer to an older question never replaces a newer one", () => {
    const asked = nextState(nextState(startingState(content("first")), chosen(1)), chosen(2));
    expect(nextState(asked, answer(1, "late"))).toBe(asked);
    const answered = nextState(asked, answer(2, "newest"));
    expect(nextState(answered, answer(1, "late")).content.measure).toBe("newest");
    expect(nextState(answered, { type: "unreachable", ticket: 1 }).failure).toBeNull();
  });

  test("a refusal keeps the last good picture, says so, and puts the controls back", () => {
    const asked = nextState(startingState(content("first")), chosen(1));
    const refused = nextState(asked, {
      type: "answered",
      ticket: 1,
      answer: { ok: false, message: "Nothing to draw." },
    });
    expect(refused.content.measure).toBe("first");
    expect(refused.wanted).toBe(refused.shown);
    expect(refused.failure).toBe("Nothing to draw. The picture is as it was.");
  });

  test("an outage is said in words, and the next choice clears it", () => {
    const asked = nextState(startingState(content("first")), chosen(1));
    const down = nextState(asked, { type: "unreachable", ticket: 1 });
    expect(down.failure).toContain("could not be read");
    expect(nextState(down, chosen(2)).failure).toBeNull();
  });

  test("a new picture is news to say, until the next choice; the first picture and a refusal are none", () => {
    const start = startingState(content("first"));
    const answered = nextState(nextState(start, chosen(1)), answer(1, "second"));
    expect([start.news, answered.news]).toEqual([false, true]);
    const asked = nextState(answered, chosen(2));
    expect(asked.news).toBe(false);
    expect(nextState(asked, { type: "unreachable", ticket: 2 }).news).toBe(false);
  });

  test("an answer that takes long is said to, and one that does not come is given up with the picture kept", () => {
    const asked = nextState(startingState(content("first")), chosen(1));
    const slow = nextState(asked, { type: "slow", ticket: 1 });
    expect(statusOf(slow)).toContain("longer than usual");
    const ended = nextState(slow, { type: "given up", ticket: 1 });
    expect(statusOf(ended)).toBe("The figures did not come in time. The picture is as it was.");
    expect(nextState(ended, answer(1, "far too late"))).toBe(ended);
    const answered = nextState(slow, answer(1, "second"));
    expect(statusOf(answered)).toBeNull();
    expect(nextState(answered, { type: "slow", ticket: 1 })).toBe(answered);
  });

  test("a reader who is offline is told so", () => {
    const asked = nextState(startingState(content("first")), chosen(1));
    const down = nextState(asked, { type: "unreachable", ticket: 1, offline: true });
    expect(statusOf(down)).toContain("You are offline");
  });

  test("choosing what the page shows anyway brings it back without a question, and keeps what is said of a link", () => {
    const start = startingState(content("first"));
    const choice = { ...start.original };
    const same = nextState(start, {
      type: "chosen",
      ticket: 1,
      choice,
      by: "link",
      notices: ["No such range."],
    });
    expect(isPending(same)).toBe(false);
    expect(same.notices).toEqual(["No such range."]);
  });

  test("areas that are not held are left out of the controls, and the answer's words stand beside those of the link", () => {
    const asked = nextState(startingState(content("first")), {
      ...chosen(1, "link"),
      notices: ["No such range."],
    });
    const near = { shown: ["japan"], notice: "There are no figures of “atlantis”." };
    const { ok, content: found } = answer(1, "second").answer;
    const state = nextState(asked, {
      type: "answered",
      ticket: 1,
      answer: { ok, content: found, areas: near },
    });
    expect(state.shown.areas).toEqual(["japan"]);
    expect(state.wanted).toBe(state.shown);
    expect(state.notices).toEqual(["No such range.", "There are no figures of “atlantis”."]);
  });

  test("an answer that leaves nothing of a link but the chart's own areas is the page's chart, with the reason", () => {
    const start = startingState(content("first"));
    const choice = { ...start.original, areas: ["atlantis"] };
    const asked = nextState(start, { type: "chosen", ticket: 1, choice, by: "link" });
    const near = { shown: null, notice: "There are no figures of “atlantis”." };
    const { ok, content: found } = answer(1, "same").answer;
    const state = nextState(asked, {
      type: "answered",
      ticket: 1,
      answer: { ok, content: found, areas: near },
    });
    expect(state.content).toBe(start.content);
    expect(isPending(state)).toBe(false);
    expect(state.notices).toEqual([near.notice]);
  });

  test("a view that a link asked for is the link's until a reader's own choice is shown", () => {
    const asked = nextState(startingState(content("first")), chosen(1, "link"));
    const shown = nextState(asked, answer(1, "second"));
    expect(shown.shownBy).toBe("link");
    const failed = nextState(nextState(shown, chosen(2)), { type: "unreachable", ticket: 2 });
    expect(failed.shownBy).toBe("link");
    expect(nextState(nextState(failed, chosen(3)), answer(3, "third")).shownBy).toBe("reader");
  });

  test("the article's own chart comes back without a question, and a late answer does not undo that", () => {
    const answered = nextState(
      nextState(startingState(content("first")), chosen(1)),
      answer(1, "second"),
    );
    const asked = nextState(answered, chosen(2));
    const restored = nextState(asked, { type: "restored", ticket: 3 });
    expect(restored.content.measure).toBe("first");
    expect(isPending(restored)).toBe(false);
    expect(restored.news).toBe(true);
    expect(nextState(restored, answer(2, "late"))).toBe(restored);
  });
});

function chosen(ticket: number, by: Asker = "reader") {
  const choice: Choice = {
    from: month(`2025-0${ticket}`),
    to: null,
    transformation: "level",
    asOf: day("2026-06-18"),
    compare: null,
    areas: null,
  };
  return { type: "chosen", ticket, choice, by } as const;
}

function answer(ticket: number, measure: string) {
  return { type: "answered", ticket, answer: { ok: true, content: content(measure) } } as const;
}

function content(measure: string): ChartContent {
  return {
    plotted: {
      id: "example",
      form: "line",
      asOf: day("2026-06-18"),
      transformation: "level",
      unit: "billion U.S. dollars",
      positions: [],
      names: [],
      series: [],
      highlighted: [],
      breaks: [],
      notes: [],
    },
    measure,
    span: "",
    alt: "",
    source: "",
    note: null,
    csvPath: "",
    pngPath: "",
  };
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}
