import "server-only";
import type { Correction } from "#lib/site/corrections";
import { getSite } from "./site.ts";

/** The corrections of all articles, newest first. */
export async function listCorrections(): Promise<readonly Correction[]> {
  return (await getSite()).corrections();
}
