/**
 * What a source lists a figure as being of, once for each place in its list: "stocks" of "$5 billion of stocks", and nothing where
 * it stands there alone. Empty when the figure is not listed.
 */
export function wordsOfFigure(text: string, figures: readonly string[]): string[] {
  const figure = text.replace(/\s+/g, " ").trim();
  return figures.flatMap((listed) => {
    if (listed === figure) return [""];
    return listed.startsWith(`${figure} of `) ? [listed.slice(figure.length + " of ".length)] : [];
  });
}
