import type { SeriesReader } from "./reader.ts";

/**
 * A reader that asks each question once. For one task at a time (checking the articles, building the pages): it keeps
 * every answer for as long as it lives, and a failure is not an answer.
 */
export function rememberingReader(reader: SeriesReader): SeriesReader {
  return {
    describe: remember(
      (key: string) => key,
      (key) => reader.describe(key),
    ),
    nearestKeys: remember(
      (key: string, limit: number) => `${limit} ${key}`,
      (key, limit) => reader.nearestKeys(key, limit),
    ),
    peers: remember(
      (key: string) => key,
      (key) => reader.peers(key),
    ),
    vintages: remember(
      (release: string) => release,
      (release) => reader.vintages(release),
    ),
    read: remember(nameOfRead, (...args) => reader.read(...args)),
    firstPrints: remember(nameOfRead, (...args) => reader.firstPrints(...args)),
  };
}

function nameOfRead(...[keys, asOf, range]: Parameters<SeriesReader["read"]>): string {
  return [asOf, range?.from ?? "", range?.to ?? "", ...keys].join(" ");
}

function remember<Arguments extends readonly unknown[], Answer>(
  nameOf: (...args: Arguments) => string,
  ask: (...args: Arguments) => Promise<Answer>,
): (...args: Arguments) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...args) => {
    const name = nameOf(...args);
    const known = answers.get(name);
    if (known) return known;
    const answer = ask(...args);
    answers.set(name, answer);
    answer.catch(() => answers.delete(name));
    return answer;
  };
}
