import type { TextSpan } from "#lib/claims/text-span";

/** A piece of a text that is read as one. Its words stand in the source as they are, without a gap. */
export interface TextPart {
  readonly kind: "heading" | "paragraph" | "item" | "row";
  readonly text: string;
  /** Where `text` begins in the source that positions are told in. */
  readonly start: number;
  /** Spans of `text` that are accounted for already: read as words, and nothing is proposed for them. */
  readonly settled?: readonly TextSpan[];
}
