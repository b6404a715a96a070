import { Client } from "pg";
import { WebRoleRefused } from "./web-role-refused.ts";

/**
 * The address of the owner with the name and password of a role in place of the owner's, wherever they stand in it. Throws a
 * `WebRoleRefused` for an address that cannot hold them: what is printed must never be the owner's own.
 */
export function addressOfRole(databaseUrl: string, name: string, password: string): string {
  const address = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (address) {
    address.username = name;
    // A URL leaves a percent sign as it is, which would be read as the beginning of an escape.
    address.password = encodeURIComponent(password);
    for (const own of ["user", "password"])
      if (address.searchParams.has(own)) address.searchParams.delete(own);
    if (holds(address.href, name, password)) return address.href;
  }
  throw new WebRoleRefused(
    "The address of the role cannot be told from DATABASE_URL: write that as postgresql://USER:PASSWORD@HOST:5432/DATABASE, with localhost before ?host= where the host is a folder.",
  );
}

/** As whoever connects with it reads it. */
function holds(address: string, name: string, password: string): boolean {
  const read = new Client({ connectionString: address });
  return read.user === name && read.password === password;
}
