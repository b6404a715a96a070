import { expect, test } from "vitest";
import { checkArticle } from "#lib/articles/check-article";
import { readArticle } from "#lib/articles/example-article";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { historyOf } from "./article-history.ts";
import { buildArticlePage } from "./build-article-page.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const [older, written, newest] = [day("2026-02-18"), day("2026-03-18"), day("2026-06-18")];

/** An article with a claim that every vintage bears out, one that the newest contradicts, and one about a vintage of its own. */
async function pageOf(desk = "") {
  const months = { "2025-11": "1200", "2025-12": "1190.4" };
  const reader = createMemoryReader({
    series: [exampleSeries(key)],
    vintages: [
      { release: "mfh", date: older, figures: { [key]: { "2025-11": "1200" } } },
      { release: "mfh", date: written, figures: { [key]: months } },
      { release: "mfh", date: newest, figures: { [key]: { "2025-12": "1212" } } },
    ],
  });
  const { article } = readArticle(
    `---\nid: one\nbyline: a\ntopic: b\npublished: 2026-03-20\nupdated: 2026-07-02\nasOf: ${written}\n${desk}---\n# Title\n\n<Dek>D</Dek>\n\nIt was <Claim of="at(${key}, 2025-11)">$1,200 billion</Claim>, then <Claim of="at(${key}, 2025-12)">$1,190 billion</Claim>, first <Claim of="at(${key}, 2025-11)" asOf="${older}">$1,200 billion</Claim>.\n`,
  );
  if (!article) throw new Error("not read");
  return buildArticlePage({ ...(await checkArticle(article, reader, null)), problems: [] }, reader);
}

test("an article's days are told newest first, with what each later vintage changed", async () => {
  const { events } = historyOf(await pageOf(), [
    {
      ...{ date: day("2026-04-01"), id: "c1" },
      ...{ wrong: "$1,100 billion", right: "$1,200 billion", why: "Misread." },
    },
  ]);
  expect(events.map(({ kind, day: on }) => `${on} ${kind}`)).toEqual([
    "2026-07-02 updated",
    "2026-06-18 vintage",
    "2026-04-01 corrected",
    "2026-03-20 published",
  ]);
  expect(events[1]).toMatchObject({
    read: 2,
    changed: [
      {
        words: "$1,190 billion",
        before: { computed: "$1.1904 trillion" },
        since: { computed: "$1.212 trillion", standing: "drifted" },
      },
    ],
  });
});

test.each([false, true])(
  "two corrections of one day stand by their times, in whichever order they come (%s)",
  async (turned) => {
    const early = { date: "2026-04-01", instant: "2026-04-01T13:00:00.000Z", id: "c1" };
    const late = { date: "2026-04-01", instant: "2026-04-01T19:00:00.000Z", id: "c2" };
    const texts = { wrong: "a", right: "b", why: "c" };
    const corrections = [early, late].map((one) => ({ ...one, ...texts }));
    const { events } = historyOf(await pageOf(), turned ? corrections.reverse() : corrections);
    const ids = events.map((one) => (one.kind === "corrected" ? one.correction.id : one.kind));
    expect(ids).toEqual(["updated", "vintage", "c2", "c1", "published"]);
  },
);

test("a decision of an editor is a day of its own, and the change that it made is not told twice", async () => {
  const desk = `desk:\n  - vintage: ${newest}\n    decision: left\n    by: A\n    on: 2026-07-02\n    note: So\n`;
  const { events } = historyOf(await pageOf(desk), []);
  expect(events.map(({ kind }) => kind)).toEqual(["decided", "vintage", "published"]);
});

test("each claim has an answer for each vintage at which one changed, and says where it is the same", async () => {
  const { vintages, claims, pinned, olderVintages } = historyOf(await pageOf(), []);
  expect([vintages, pinned, olderVintages]).toEqual([[older, written, newest], 1, 0]);
  expect(
    claims.map(({ answers }) => answers.map(({ same, standing }) => (same ? "=" : standing))),
  ).toEqual([
    ["holds", "=", "="],
    ["unanswered", "holds-rounded", "drifted"],
  ]);
});
