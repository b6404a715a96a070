import "server-only";
import { openComponentGuide, type ComponentGuide } from "#lib/site/component-guide";
import { store } from "./store.ts";

/** The components of articles, their examples read from the store as it stands. */
export async function getComponentGuide(): Promise<ComponentGuide> {
  return openComponentGuide(store());
}
