import { Client } from "pg";
import { Refusal } from "./refusal.ts";

/** What PostgreSQL and the network call the ways a connection fails, and what to do about each. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there. Is the server running?",
  ENOTFOUND: "there is no such host.",
  EAI_AGAIN: "the name of the host could not be looked up.",
  ETIMEDOUT: "the host does not answer.",
  EHOSTUNREACH: "the host cannot be reached.",
  ENETUNREACH: "the network of the host cannot be reached.",
  ECONNRESET: "the connection was cut. Is it PostgreSQL that listens there?",
  "28P01": "the user or the password is wrong.",
  "28000": "the server does not let this user in.",
  "3D000": "there is no such database. Create it first.",
  "42501": "the user may not do this.",
  "53300": "the server has no connection left.",
  "57P03": "the server is starting or shutting down.",
};

/**
 * Makes sure DATABASE_URL can hold the store: reachable, PostgreSQL 15 or later, and the user may create tables in it.
 * Throws a `Refusal` that says what is wrong; it never holds the password.
 */
export async function requireDatabase(databaseUrl: string): Promise<void> {
  const where = withoutPassword(databaseUrl);
  if (where === undefined) {
    throw new Refusal("DATABASE_URL must look like postgresql://user:password@host:5432/database.");
  }
  let client: Client | undefined;
  try {
    // Reads the certificate files that the address names.
    client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 8000,
      query_timeout: 8000,
    });
    client.on("error", () => undefined);
    await client.connect();
    const { rows } = await client.query<{ version: string; full: string; permitted: boolean }>(
      `SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS full,
         coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS permitted`,
    );
    const [found] = rows;
    if (found === undefined) throw new Error("A query without FROM gave no row");
    if (Number(found.version) < 150_000) {
      throw new Refusal(`Tickmark needs PostgreSQL 15 or later; ${where} is ${found.full}.`);
    }
    if (!found.permitted) {
      throw new Refusal(
        `The user of ${where} may not create tables there: GRANT CREATE ON SCHEMA public TO that user, or name another database.`,
      );
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The database of DATABASE_URL, ${where}: ${reasonOf(error, databaseUrl)}`);
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** Why a connection or a query failed, in words, without the password of the address. */
export function reasonOf(error: unknown, databaseUrl: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (message.startsWith("timeout")) return "the host does not answer.";
  return reasons[code] ?? redact(message, databaseUrl);
}

/** Codes and words with which a connection ends that was there before: of the network, of PostgreSQL, of its client. */
const lostCodes = /^(?:ECONNRESET|ECONNREFUSED|EPIPE|08\d{3}|57P0[123])$/;
const lostWords = /^(?:Connection terminated|Client has encountered a connection error)/;

/** Whether a command failed because its connection to the database was lost. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (lostCodes.test(code) || lostWords.test(error.message)) return true;
  return isConnectionLost(error.cause);
}

/** The address with `***` for its password, and without its query, which may hold one too; undefined for no address. */
export function withoutPassword(databaseUrl: string): string | undefined {
  if (!URL.canParse(databaseUrl)) return undefined;
  const { protocol, username, password, host, pathname } = new URL(databaseUrl);
  if (!/^postgres(ql)?:$/.test(protocol)) return undefined;
  const user = username === "" ? "" : `${username}${password === "" ? "" : ":***"}@`;
  return `${protocol}//${user}${host}${pathname}`;
}

/** Takes an address and its password out of a text, as written and decoded. */
export function redact(text: string, databaseUrl: string): string {
  const secrets = [databaseUrl];
  if (URL.canParse(databaseUrl)) {
    const { password, searchParams } = new URL(databaseUrl);
    secrets.push(password, decode(password), searchParams.get("password") ?? "");
  }
  return secrets
    .filter((secret) => secret !== "")
    .reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
