import type { Metadata } from "next";
import { cardSize } from "#lib/charts/card-size";

type Kind = "articles" | "charts" | "data" | "site";

/** What a page says of the picture that a network shows beside a link to it: address, size, and what is on it. */
export function cardOf(
  kind: Kind,
  name: string,
  alt: string,
): NonNullable<NonNullable<Metadata["openGraph"]>["images"]> {
  return [
    { url: `/cards/${kind}/${encodeURIComponent(name)}.png`, ...cardSize, type: "image/png", alt },
  ];
}
