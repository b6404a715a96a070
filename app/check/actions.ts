"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { checkPosted } from "../_data/check.ts";
import { seenAction } from "../_data/seen-action.ts";
import { askerHeader } from "../_http/allowance.ts";
import { giveAnswer } from "./answers.ts";

/** Checks a text that a reader has pasted and shows the page again, with the answer. Anything may arrive as `input`. */
export async function checkPasted(input: unknown): Promise<void> {
  const request = await headers();
  const posted =
    input instanceof FormData ? { text: input.get("text"), asOf: input.get("asOf") } : null;
  const answer = await seenAction(
    "checkPasted",
    ({ kind }) => (kind === "checked" ? "answered" : "refused"),
    () => checkPosted(posted, request.get(askerHeader) ?? ""),
  );
  giveAnswer(request, answer);
  refresh();
}
