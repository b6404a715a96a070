/** What an editor posts at the desk, as the server's door knows it. */
export const deskForm = {
  fields: ["slug", "decision", "to", "seen", "by", "note", "on", "key", "shownFrom", "shownTo"],
  action: "decideAtDesk",
  longest: 8 * 1024,
  tooLong:
    "A note is one line of at most 280 characters. Nothing was written. Go back, and shorten it.",
} as const;
