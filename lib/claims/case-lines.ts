/** One line `LEFT => RIGHT` of a file of cases; lines that start with # say what follows. */
export interface CaseLine {
  readonly line: number;
  readonly left: string;
  readonly right: string;
}

/** Reads a file of cases. Throws a TypeError with the line for anything else. */
export function readCaseLines(text: string): CaseLine[] {
  return text.split("\n").flatMap((raw, index): CaseLine[] => {
    if (raw.trim() === "" || raw.startsWith("#")) return [];
    const [left, right] = raw.split(/\s+=>\s*/u);
    if (left === undefined || right === undefined) {
      throw new TypeError(`line ${index + 1}: expected WORDS => MEANING, found "${raw}"`);
    }
    return [{ line: index + 1, left, right }];
  });
}
