/** An expected failure of a command: the message is for the person who ran it, and no stack is shown. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** What to print for anything thrown: the sentence of a refusal, the stack and causes of a bug. */
export function explain(error: unknown): string {
  if (error instanceof Refusal) return `✗ ${error.message}`;
  if (!(error instanceof Error)) return `✗ ${String(error)}`;
  const cause = error.cause === undefined ? "" : `\n  because of ${explain(error.cause)}`;
  return `✗ ${error.stack ?? error.message}${cause}`;
}
