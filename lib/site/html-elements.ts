/** Elements whose content no reader sees as text, as alternatives of a pattern. */
export const hiddenElements =
  "head|iframe|noscript|object|script|select|style|svg|template|textarea|video";

/** Elements that begin and end a line. */
export const lineElements =
  "article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|title|tr|ul";
