/** The files of a ledger, by the name that ends their address. */
export const ledgerFileNames = ["claims.json", "claims.csv", "evidence.zip"] as const;

export type LedgerFileName = (typeof ledgerFileNames)[number];

/** The address of a file of an article. */
export function ledgerFilePath(slug: string, name: LedgerFileName): string {
  return `/articles/${slug}/${name}`;
}
