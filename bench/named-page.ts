/** A page to measure, as `NAME=URL` says. */
export interface NamedPage {
  readonly name: string;
  readonly url: string;
}

/** Reads `NAME=URL`. Throws a `RangeError` when it is not that. */
export function readNamedPage(text: string): NamedPage {
  const [, name = "", url = ""] = /^([^=]+)=(https?:\/\/.+)$/.exec(text) ?? [];
  if (!URL.canParse(url)) {
    throw new RangeError(
      `Expected a name and an address such as plain=http://localhost:8080/, found "${text}"`,
    );
  }
  return { name, url };
}
