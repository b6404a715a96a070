import "server-only";
import { describeApi, type ApiGuide } from "#lib/api/guide";
import { apiContext } from "./api-context.ts";

/** What the documentation of the API shows, its examples answered from the store as it stands. */
export async function getApiGuide(): Promise<ApiGuide> {
  return describeApi(apiContext());
}
