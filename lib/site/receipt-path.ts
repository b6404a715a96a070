/** The permanent address of the receipt of a claim. */
export function receiptPath(slug: string, claim: string): string {
  return `/articles/${slug}/claims/${claim}`;
}

/** The same of several, by their ids. */
export function receiptPaths(
  slug: string,
  claims: readonly { readonly id: string }[],
): Record<string, { readonly path: string }> {
  return Object.fromEntries(claims.map(({ id }) => [id, { path: receiptPath(slug, id) }]));
}
