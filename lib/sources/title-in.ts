/** What a line says without tabs, quotes round fields, and the commas between them. */
export function titleIn(line = ""): string {
  const texts = line.split(/\t|(?<="),(?=")/).map((text) => text.replace(/^"|"$/g, "").trim());
  return texts.filter((text) => text !== "").join(" ");
}
