import { expect, test } from "vitest";
import { loadNouns } from "#lib/site/load-nouns";
import { isVintageDate } from "#lib/series/observation";
import { monthsOfFigure } from "./named-periods.ts";
import { readText } from "./read-text.ts";
import { splitText } from "./split-text.ts";
import { timeOf } from "./text-time.ts";

const nouns = await loadNouns();
if (!nouns.ok) throw new Error("The nouns cannot be read");
const table = nouns.value;

/** The months that the last figure of a text is likeliest of. */
function monthsOf(text: string): string {
  const { parts } = readText(splitText(text), table);
  const day = "2026-06-18";
  if (!isVintageDate(day)) throw new Error(`${day} is no day`);
  const part = parts.length - 1;
  const sentences = parts[part]?.sentences ?? [];
  const sentence = sentences.findLastIndex(({ said }) => said.length > 0);
  const said = sentences[sentence]?.said.at(-1);
  if (said === undefined) throw new Error(`"${text}" has no figure`);
  const { months } = monthsOfFigure({ parts, part, sentence, said }, timeOf(parts, {}, day));
  return `${months[0]?.from ?? "-"} ${months[0]?.to ?? "-"}`;
}

test.each([
  ["Japan held $1.2 trillion at the end of 2025.", "2025-12 2025-12"],
  ["They bought $742.5 billion in 2025.", "2025-01 2025-12"],
  ["They bought $50 billion in the third quarter of 2025.", "2025-07 2025-09"],
  ["From March to May 2025 they bought $50 billion.", "2025-03 2025-05"],
  [
    "In December 2025 Japan held $1.2 trillion, against $1.1 trillion a year earlier.",
    "2024-12 2024-12",
  ],
  ["June 18, 2026. Holdings rose in April. Japan held $1.2 trillion.", "2026-04 2026-04"],
  ["In 2024 they bought $490 billion, and $742.5 billion in 2025.", "2025-01 2025-12"],
])("%s", (text, expected) => {
  expect(monthsOf(text)).toBe(expected);
});
