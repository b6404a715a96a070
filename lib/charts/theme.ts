import type { Token } from "./mark-style.ts";

/** Colours and type as a canvas wants them. */
export interface Theme {
  readonly colours: Readonly<Record<Token, string>>;
  readonly labelFont: string;
}

/** The light values of app/tokens.css, for pictures that leave the site. A test compares them. */
export const lightColours: Theme["colours"] = {
  paper: "#f7f5ed",
  ink: "#15212f",
  "ink-2": "#45515e",
  "ink-3": "#626c75",
  rule: "#cbc9bb",
  accent: "#b8331a",
  "series-2": "#004493",
  "series-3": "#7d878e",
  "series-4": "#b18011",
  "series-5": "#3b7866",
  "series-6": "#875680",
  "shade-1": "#e7e8e1",
  "shade-2": "#cbd8df",
  "shade-3": "#a0bbcf",
  "shade-4": "#44719b",
  "shade-5": "#1f466d",
};
