/** Which page of a list is asked for. */
interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Where a page of a list is, and the pages beside it, asked with the same `rest`; null at the ends. */
export function pageLinks(
  address: string,
  { limit, offset, ...rest }: Page & Readonly<Record<string, string | number | undefined>>,
  total: number,
): { self: string; next: string | null; prev: string | null } {
  const asked = Object.entries<string | number | undefined>(rest);
  const at = (start: number) => {
    const url = new URL(address);
    for (const [name, value] of asked) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    url.searchParams.set("limit", String(limit));
    url.searchParams.set("offset", String(start));
    return url.href;
  };
  return {
    self: at(offset),
    next: offset + limit < total ? at(offset + limit) : null,
    prev: offset > 0 ? at(Math.max(0, Math.min(offset, total) - limit)) : null,
  };
}
