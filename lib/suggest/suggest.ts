import type { FoundFigure } from "./found-figure.ts";
import type { SuggestOptions, SuggestSetting } from "./setting.ts";
import type { TextPart } from "./text-part.ts";

/** What was found in a text. */
export interface Suggested {
  /** In the order of the text. */
  readonly figures: readonly FoundFigure[];
  /** How many more figures the text has than are read. */
  readonly left: number;
}

/** The figures of a text, each with the expressions over the store that give it. */
export function suggest(
  _parts: readonly TextPart[],
  _setting: SuggestSetting,
  _options: SuggestOptions = {},
): Promise<Suggested> {
  return Promise.resolve({ figures: [], left: 0 });
}
