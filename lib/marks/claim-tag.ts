/** Characters that an attribute cannot hold as they are. The parser gives them back. */
const named: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;" };

/** Words of a draft, as they stand in its source, between the tags of a claim. */
export function claimTag(words: string, expression: string): string {
  const attribute = expression.replace(/[&"<]/gu, (found) => named[found] ?? found);
  return `<Claim of="${attribute}">${words}</Claim>`;
}
