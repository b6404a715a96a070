/** No key of a series is longer, by far. What is compared with keys letter by letter is cut to this. */
export const longestKey = 100;

/** Whether a text could be the key of a series at all: what cannot is not looked for. */
export function couldBeKey(text: string): boolean {
  return text.length <= longestKey && /^[a-z0-9.-]+$/.test(text);
}
