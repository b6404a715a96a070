/**
 * Stands behind "a week" or "per month" in a pattern with the flag `u`: not before words that make a distance between two
 * times of it ("$5 billion a week before the vote") or one time ("a quarter in which").
 */
export const notApart = String.raw`(?! (?:earlier|later|before|after|ago|of(?! (?:19|20)\d\d)|in which|when)\b)`;
