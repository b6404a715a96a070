import type { Direction, WordForm } from "./direction-words.ts";
import { createPhraseTable, phraseAt } from "./phrase-table.ts";
import type { Token } from "./word-token.ts";

interface ChangePhrase {
  readonly direction: Exclude<Direction, "level">;
  readonly form: WordForm;
  readonly end: number;
}

/** Verbs of several words that say which way, whose words alone do not: "scaled back", but "built", "wound up". */
const past = createPhraseTable({
  up: "stepped up|beefed up|built up|bulked up|ramped up|fattened up|extended its holdings|extended their holdings|extended its stake|extended its position",
  down: "scaled back|rolled back|wound down|whittled away|whittled down|pared back|cut back|cut back on|dried up|evaporated|drew down|drawn down|ran down its holdings",
});
const ing = createPhraseTable({
  up: "stepping up|beefing up|building up|bulking up|ramping up|fattening up|extending its holdings|extending their holdings",
  down: "scaling back|rolling back|winding down|whittling away|whittling down|paring back|cutting back|cutting back on|drawing down",
});
const thirdPerson = createPhraseTable({
  up: "steps up|beefs up|builds up|ramps up|extends its holdings",
  down: "scales back|rolls back|winds down|whittles away|whittles down|pares back|cuts back",
});

/** Words of few things that say which way where demand is spoken of. */
const ofDemand = createPhraseTable({
  up: "returned|revived|heated up",
  down: "cooled|cooled off|waned|faded|ebbed|softened|slackened|abated|subsided|fizzled|petered out",
});

/** "Demand cooled": a change where `isDemand`, else nothing. */
export function demandPhraseAt(
  tokens: readonly Token[],
  at: number,
  isDemand: boolean,
): ChangePhrase | null {
  const found = isDemand || tokens.length === 1 ? phraseAt(ofDemand, tokens, at) : null;
  return found && { direction: found.value, form: "past", end: found.end };
}

/** The phrase of a change at a place, and the place behind it. */
export function changePhraseAt(tokens: readonly Token[], at: number): ChangePhrase | null {
  const tables = [
    [past, "past"],
    [ing, "ing"],
    [thirdPerson, "third-person"],
  ] as const;
  for (const [table, form] of tables) {
    const found = phraseAt(table, tokens, at);
    if (found !== null) return { direction: found.value, form, end: found.end };
  }
  return null;
}
