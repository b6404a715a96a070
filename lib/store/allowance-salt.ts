import { createHmac } from "node:crypto";
import { Client } from "pg";

/**
 * What askers are hashed with: the salt of the day, together with the password by which web processes sign in. Those of one site agree
 * on it, and who reads the tables cannot try out all addresses, as the password is in no table. An address of a database that has no
 * password leaves the salt alone to be known.
 */
export function secretSalt(databaseUrl: string, salt: string): string {
  const { password } = new Client({ connectionString: databaseUrl });
  return createHmac("sha256", password ?? "")
    .update(salt)
    .digest("base64url");
}
