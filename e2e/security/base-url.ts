import { test } from "../test.ts";

/** Where the site is that is attacked. Only this machine's: attacks are not for the sites of others. */
export function baseUrl(): string {
  const url = test.info().project.use.baseURL ?? "";
  const { hostname } = new URL(url);
  if (!["127.0.0.1", "localhost"].includes(hostname))
    throw new Error(`${hostname} is not attacked`);
  return url;
}
