import type { AddressParameters } from "./data-query.ts";

/** What an address of `/desk` asks for: days as written, null where nothing is; or why it cannot be read. */
export type DeskQuery =
  | { readonly ok: true; readonly from: string | null; readonly to: string | null }
  | { readonly ok: false; readonly message: string };

/** A day has ten letters; a longer text is not repeated to who wrote it. */
const longest = 40;

/** Reads `?from=…&to=…`. Whether such vintages are held is asked of the store (`checkRange`). */
export function readDeskQuery({ from, to }: AddressParameters): DeskQuery {
  for (const [name, given] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (given !== undefined && typeof given !== "string") {
      return refuse(`Expected \`${name}\` once in the address, found it ${given.length} times`);
    }
    if (given !== undefined && given.length > longest) {
      return refuse(
        `Expected a day in \`${name}\`, such as 2026-06-18, found ${given.length} characters`,
      );
    }
  }
  return { ok: true, from: dayOf(from), to: dayOf(to) };
}

/** The form sends an empty text for what was not chosen. */
function dayOf(given: AddressParameters[string]): string | null {
  return typeof given === "string" && given !== "" ? given : null;
}

function refuse(message: string): DeskQuery {
  return { ok: false, message };
}
