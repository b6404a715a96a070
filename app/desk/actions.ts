"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { decidePosted } from "../_data/desk-decide.ts";
import { askerHeader } from "../_http/allowance.ts";
import { giveOutcome } from "./outcomes.ts";

/** Records an editor's decision and shows the desk again. Anything may arrive as `input`. */
export async function decideAtDesk(input: unknown): Promise<void> {
  const request = await headers();
  const posted = input instanceof FormData ? Object.fromEntries(input) : {};
  giveOutcome(request, await decidePosted(posted, request.get(askerHeader) ?? ""));
  refresh();
}
