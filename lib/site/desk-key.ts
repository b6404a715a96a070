/** A shorter key could be guessed. */
const shortestKey = 12;

/**
 * The key with which editors decide on the web; null when the server was given none, and nobody can. `trouble` tells who runs
 * the server why the one given is none, and does not repeat it.
 */
export function readDeskKey(given: string | undefined): {
  readonly key: string | null;
  readonly trouble: string | null;
} {
  if (given === undefined || given === "") return { key: null, trouble: null };
  if (given.length >= shortestKey) return { key: given, trouble: null };
  return {
    key: null,
    trouble: `TICKMARK_DESK_KEY: expected ${shortestKey} characters or more, found ${given.length}; /desk takes no decisions. Give a longer one and start again`,
  };
}
