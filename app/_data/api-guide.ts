import "server-only";
import { describeApi, type ApiGuide } from "#lib/api/guide";
import { siteUrl } from "./site-url.ts";
import { store } from "./store.ts";

/** What the documentation of the API shows, its examples answered from the store as it stands. */
export async function getApiGuide(): Promise<ApiGuide> {
  return describeApi({ store: store(), origin: siteUrl().origin });
}
