"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { decidePosted } from "../_data/desk-decide.ts";
import { seenAction } from "../_data/seen-action.ts";
import { askerHeader } from "../_http/allowance.ts";
import { outcomeAddress } from "./outcome-address.ts";
import { keepOutcome } from "./outcomes.ts";

/** Records an editor's decision and goes to what came of it: what the form does without scripts. */
export async function decideAtDesk(input: unknown): Promise<void> {
  redirect(await record(input));
}

/** The same for the script of the form, which goes there itself. */
export async function decideInPlace(input: unknown): Promise<string> {
  const address = await record(input);
  // The browser forgets the pages that it has kept.
  refresh();
  return address;
}

/** Gives the address of what came of it. Anything may arrive as `input`. */
async function record(input: unknown): Promise<string> {
  const request = await headers();
  const posted = input instanceof FormData ? Object.fromEntries(input) : {};
  const outcome = await seenAction(
    "decide",
    ({ ok }) => (ok ? "answered" : "refused"),
    () => decidePosted(posted, request.get(askerHeader) ?? ""),
  );
  return outcomeAddress(keepOutcome(outcome), posted);
}
