import { Client } from "pg";
import { z } from "zod";
import { mayChangeStore } from "./may-change-store.ts";
import { scramVerifier } from "./scram-verifier.ts";
import { addressOfRole } from "./web-role-address.ts";
import { WebRoleRefused, WebRoleUnusable } from "./web-role-refused.ts";

/** The usual name of the role. */
export const webRoleName = "tickmark_web";

/** What a name and a password must look like: both are put into addresses. */
const namePattern = /^[a-z_][a-z0-9_]{0,62}$/;
const passwordPattern = /^[\x21-\x7e]{12,200}$/;

interface WebRole {
  readonly name?: string;
  readonly password: string;
}

/**
 * Makes the role that web processes use, or brings it up to date: it may read the store and count allowances, and nothing else.
 * Its sessions read only unless they say otherwise, and none of their statements, waits or idle transactions lasts. Gives the
 * address with which it signs in, once it did. `databaseUrl` is the owner's, who may make roles. All or nothing; rejects with a
 * `WebRoleRefused`, and with a `WebRoleUnusable` for a role that was made and is of no use.
 */
export async function makeWebRole(databaseUrl: string, role: WebRole): Promise<string> {
  const address = addressOfRole(databaseUrl, nameOf(role), role.password);
  await bringUpToDate(databaseUrl, role, { isKept: false });
  await tryAddress(address, nameOf(role));
  return address;
}

/**
 * The same, but a role that is there keeps the password that it has: the address that web processes were given stays, and null is
 * told instead of it.
 */
export async function renewWebRole(databaseUrl: string, role: WebRole): Promise<string | null> {
  const address = addressOfRole(databaseUrl, nameOf(role), role.password);
  const { isMade } = await bringUpToDate(databaseUrl, role, { isKept: true });
  if (!isMade) return null;
  await tryAddress(address, nameOf(role));
  return address;
}

function nameOf({ name = webRoleName }: WebRole): string {
  return name;
}

/** `isKept`: a role that is there keeps its password. */
async function bringUpToDate(
  databaseUrl: string,
  role: WebRole,
  { isKept }: { readonly isKept: boolean },
): Promise<{ readonly isMade: boolean }> {
  const [name, { password }] = [nameOf(role), role];
  if (!namePattern.test(name)) {
    throw new WebRoleRefused(`Expected a name such as ${webRoleName}, found "${name}".`);
  }
  if (!passwordPattern.test(password)) {
    throw new WebRoleRefused(
      "A password has 12 to 200 letters, digits and signs of ASCII, without spaces.",
    );
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    // Two that make the role at once would collide in the catalogue.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('tickmark.web-role'))");
    const { isMade } = await makeOrCheck(client, name, scramVerifier(password), isKept);
    for (const statement of await grantsOf(client, name)) await client.query(statement);
    if (await mayChangeStore(client, name)) {
      throw new WebRoleRefused(
        `The role ${name} may do more than read, by what PUBLIC may do: take that away from PUBLIC.`,
      );
    }
    await client.query("COMMIT");
    return { isMade };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw isForbidden(error)
      ? new WebRoleRefused(
          "The user of DATABASE_URL may not make this role: it needs CREATEROLE and must own the tables.",
          { cause: error },
        )
      : error;
  } finally {
    await client.end();
  }
}

/** Signs in as a web process will. */
async function tryAddress(address: string, name: string): Promise<void> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
    if (rows[0]?.name === name && !(await mayChangeStore(client))) return;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WebRoleUnusable(
      `The role ${name} was made, and cannot sign in: ${reason}. See to it, and run this again with --new-password.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new WebRoleUnusable(
    `The role ${name} was made, but who signs in with its address is somebody else, or may change the store.`,
  );
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42501";
}

const attributesShape = z.object({ is_self: z.boolean(), is_powerful: z.boolean() });

async function makeOrCheck(
  client: Client,
  name: string,
  verifier: string,
  isKept: boolean,
): Promise<{ readonly isMade: boolean }> {
  const { rows } = await client.query(
    `SELECT rolname = current_user AS is_self,
       rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
         OR EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid)
         OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) AS is_powerful
     FROM pg_roles r WHERE rolname = $1`,
    [name],
  );
  const role = client.escapeIdentifier(name);
  if (rows.length === 0) {
    const powers = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";
    await client.query(`CREATE ROLE ${role} LOGIN ${powers} PASSWORD '${verifier}'`);
    return { isMade: true };
  }
  const found = attributesShape.parse(rows[0]);
  if (found.is_self || found.is_powerful) {
    throw new WebRoleRefused(
      `The role ${name} is there already and may do more than read: it has powers, owns tables or belongs to another role. Choose another name.`,
    );
  }
  await client.query(`ALTER ROLE ${role} LOGIN${isKept ? "" : ` PASSWORD '${verifier}'`}`);
  return { isMade: false };
}

const placeShape = z.object({ database: z.string(), schema: z.string(), owner: z.string() });

/** What sessions of the role are held to, in milliseconds but for the first. A session may raise them, but never its rights. */
const settings = {
  default_transaction_read_only: "on",
  statement_timeout: "20000",
  lock_timeout: "5000",
  idle_in_transaction_session_timeout: "30000",
} as const;

async function grantsOf(client: Client, name: string): Promise<readonly string[]> {
  const { rows } = await client.query(
    "SELECT current_database() AS database, current_schema() AS schema, current_user AS owner",
  );
  const place = placeShape.parse(rows[0]);
  const [role, database, schema, owner] = [name, place.database, place.schema, place.owner].map(
    (text) => client.escapeIdentifier(text),
  );
  return [
    ...["TABLES", "SEQUENCES", "FUNCTIONS"].map(
      (kind) => `REVOKE ALL ON ALL ${kind} IN SCHEMA ${schema} FROM ${role}`,
    ),
    `REVOKE ALL ON SCHEMA ${schema} FROM ${role}`,
    // A table of its own is a way to fill the disk. The owner stages what it loads in one.
    `GRANT TEMPORARY ON DATABASE ${database} TO ${owner}`,
    `REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC, ${role}`,
    `REVOKE CREATE ON SCHEMA ${schema} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO ${role}`,
    `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${role}`,
    // What later migrations make.
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT ON TABLES TO ${role}`,
    `GRANT INSERT, UPDATE, DELETE ON allowance, allowance_salt TO ${role}`,
    ...Object.entries(settings).map(
      ([setting, value]) =>
        `ALTER ROLE ${role} IN DATABASE ${database} SET ${setting} = '${value}'`,
    ),
    ...(await outsideFunctions(client)).map(
      (signature) => `REVOKE EXECUTE ON FUNCTION ${signature} FROM PUBLIC`,
    ),
  ];
}

/**
 * Functions by which anybody may write besides tables: large objects, and locks that our loads wait for. Only a superuser can
 * take them from everybody; elsewhere they stay, and the threat model says so.
 */
async function outsideFunctions(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ signature: string }>(
    `SELECT p.oid::regprocedure::text AS signature FROM pg_proc p
     WHERE pronamespace = 'pg_catalog'::regnamespace
       AND (proname ~ '^(lo_|pg_(try_)?advisory_)' OR proname IN ('lowrite', 'loread'))
       AND has_function_privilege('public', p.oid, 'EXECUTE')
       AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)`,
  );
  return rows.map(({ signature }) => signature);
}
