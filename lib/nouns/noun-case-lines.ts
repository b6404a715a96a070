/** A sentence of noun-cases.txt, what a reader knows beside it, and what is at fault in it. */
interface NounCase {
  readonly source: string;
  readonly about: string;
  /** The day of the article; undefined where none is given. */
  readonly published: string | undefined;
  readonly faults: readonly string[];
}

/** The cases of noun-cases.txt, by part, for tests; the file says how it is written. */
export function readNounCases(text: string): { title: string; cases: NounCase[] }[] {
  const parts: { title: string; cases: NounCase[] }[] = [];
  let [about, heads, published] = ["", "", ""];
  for (const line of text.split("\n")) {
    const part = parts.at(-1);
    const last = part?.cases.at(-1);
    if (line.startsWith("## ")) parts.push({ title: line.slice(3), cases: [] });
    else if (line.startsWith("about:")) about = line.slice(6).trim();
    else if (line.startsWith("heads:")) heads = line.slice(6).trim();
    else if (line.startsWith("published:")) published = line.slice(10).trim();
    else if (line.startsWith("  ") && part && last) {
      part.cases[part.cases.length - 1] = { ...last, faults: [...last.faults, line.trim()] };
    } else if (line !== "" && !line.startsWith("#")) {
      const source = heads === "" ? line : `${heads}\n${line}`;
      part?.cases.push({ source, about, published: published || undefined, faults: [] });
    }
  }
  return parts;
}
