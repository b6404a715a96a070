import "server-only";
import { siteGlossary, type GlossaryEntry } from "#lib/site/glossary-page";
import { getSite } from "./site.ts";

/** Every term by name, with the articles that open it. */
export async function getGlossary(): Promise<GlossaryEntry[]> {
  return siteGlossary(await getSite());
}
