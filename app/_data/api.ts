import "server-only";
import { answerRequest } from "#lib/api/answer-request";
import type { ApiAnswer } from "#lib/api/api-answer";
import { apiContext } from "./api-context.ts";

/** What the API says to a GET of a path, as it stands in the address. Rejects when the store fails. */
export async function answerApi(path: string, parameters: URLSearchParams): Promise<ApiAnswer> {
  return answerRequest(decoded(path), parameters, apiContext());
}

/** Escapes that decode to nothing are left: no address of ours has them. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
