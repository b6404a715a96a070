import { isVintageDate } from "#lib/series/observation";

/** Where on the page of the desk an article is decided on. */
export function formPlace(slug: string): string {
  return `${slug}-form`;
}

/** Where on the page of the desk it stands what came of a decision on an article. */
export function outcomePlace(slug: string): string {
  return `${slug}-outcome`;
}

/**
 * The address at which an editor is shown what came of a decision: the desk between the same two vintages, at the form that was
 * sent. Anything may have been posted.
 */
export function outcomeAddress(id: string, posted: Readonly<Record<string, unknown>>): string {
  const address = new URLSearchParams();
  for (const [name, day] of [
    ["from", posted["shownFrom"]],
    ["to", posted["shownTo"]],
  ] as const) {
    if (typeof day === "string" && isVintageDate(day)) address.set(name, day);
  }
  address.set("outcome", id);
  const { slug } = posted;
  const isSlug = typeof slug === "string" && /^[a-z0-9-]{1,100}$/.test(slug);
  return `/desk?${address.toString()}${isSlug ? `#${outcomePlace(slug)}` : ""}`;
}
