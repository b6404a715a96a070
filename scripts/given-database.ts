import { Refusal } from "./refusal.ts";

/** DATABASE_URL of an environment, for what is started by a process that has set it. Throws a `Refusal` where it is not set. */
export function givenDatabase(environment: Readonly<Record<string, string | undefined>>): string {
  const url = environment["DATABASE_URL"];
  if (url) return url;
  throw new Refusal(
    "DATABASE_URL is not set. Start Tickmark with npm start, or set it to the address of the store, such as postgresql://user:password@host:5432/database.",
  );
}
