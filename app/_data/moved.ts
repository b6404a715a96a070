import "server-only";
import { permanentRedirect } from "next/navigation";
import { getSite } from "./site.ts";

/** Where an article is now that was once at another address, with what stands behind it; null when none was there. */
export async function movedAddress(slug: string, rest = ""): Promise<string | null> {
  const now = (await getSite()).movedTo(slug);
  return now === null ? null : `/articles/${now}${rest}`;
}

/** Sends whoever asks for a former address on, for good; comes back when it is none. */
export async function followMoved(slug: string, rest = ""): Promise<void> {
  const address = await movedAddress(slug, rest);
  if (address !== null) permanentRedirect(address);
}
