import "server-only";
import type { HomePage } from "#lib/site/home-page";
import { getSite } from "./site.ts";

/** Everything the front page shows. */
export async function getHome(): Promise<HomePage> {
  return (await getSite()).home();
}
