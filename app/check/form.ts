/** At most so many characters of a text are read: some three thousand words. */
export const longestText = 20_000;

/**
 * What the page posts to itself, as the server's door knows it. A character has at most three bytes, and what is a little too
 * long is refused by the page, in better words than the door's.
 */
export const checkForm = {
  fields: ["text", "asOf"],
  action: "checkPasted",
  longest: 128 * 1024,
  tooLong:
    "A text of at most 20,000 characters is read here, and this is much longer. Nothing of it was read or kept. Go back, and paste it part by part.",
} as const;
