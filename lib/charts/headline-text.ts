/** An element's opening, closing or empty tag; attribute values may hold `<` and `>`, as in `holds="a < b"`. */
const tag = /<\/?[A-Z][A-Za-z]*(?:\s+[A-Za-z]+="[^"]*")*\s*\/?>/g;

/** The plain text of a headline: one line of MDX without its marks. */
export function headlineText(mdx: string): string {
  return mdx.replace(tag, "").replace(/\s+/g, " ").trim();
}
