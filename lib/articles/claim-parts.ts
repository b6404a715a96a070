/** One of the expressions of a claim, and where it starts in the attribute. */
export interface ExpressionPart {
  readonly text: string;
  readonly start: number;
}

/** The expressions that `of="A; B"` separates by semicolons, which the language itself does not have. */
export function splitExpressions(attribute: string): ExpressionPart[] {
  const parts: ExpressionPart[] = [];
  let start = 0;
  for (const text of attribute.split(";")) {
    parts.push({ text, start });
    start += text.length + 1;
  }
  return parts;
}
