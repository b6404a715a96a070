import type { Wording } from "./wording.ts";

/** Spaces and dashes, dots and hyphens. */
export const spaceWordings: readonly Wording[] = [
  {
    rule: "style-spacing",
    pattern: /(?<before>\S{1,40}) {2,40}(?<after>\S{1,40})/gu,
    says: "has more than one space between two words",
    write: ({ before, after }) => `${before ?? ""} ${after ?? ""}`,
  },
  {
    rule: "style-spacing",
    pattern: /(?<before>[\p{L}\p{N}]{1,40}) {1,40}(?<after>[,;:!?.])(?=\s|$)/gu,
    says: "has a space before its punctuation",
    write: ({ before, after }) => `${before ?? ""}${after ?? ""}`,
  },
  {
    rule: "style-spacing",
    pattern: /(?<before>\p{L}{2,40})(?<mark>[,;])(?<after>\p{L}{2,40})/gu,
    says: "has no space behind its punctuation",
    write: ({ before, mark, after }) => `${before ?? ""}${mark ?? ""} ${after ?? ""}`,
  },
  {
    rule: "style-spacing",
    pattern: /\.{3,10}/gu,
    says: "are dots and no ellipsis",
    write: () => "…",
  },
  {
    rule: "style-spacing",
    pattern: /(?<=\p{L}|\p{N}) ?(?:--|(?<= )-(?= )) ?(?=\p{L}|\p{N})/gu,
    says: "is a hyphen in the place of a dash",
    write: () => "—",
  },
];
