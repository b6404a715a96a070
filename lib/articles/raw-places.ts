import type { Place } from "#lib/series/problem";

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/iy;

/**
 * Where the characters of a text stand in the file. A parser decodes entities (`&#53;`), drops backslashes and the indent
 * of a line, so an offset in the text is found by going along both. Asked in rising order, each character is passed once.
 */
export function createRawPlaces(raw: string, value: string, at: Place): (offset: number) => Place {
  let [here, read] = [0, 0];
  let [line, column] = [at.line, at.column];
  const pass = (count: number) => {
    for (const end = here + count; here < end; here += 1) {
      if (raw[here] === "\n") [line, column] = [line + 1, 1];
      else column += 1;
    }
  };
  /** How much of the raw text is dropped, or stands for the next character of the text. */
  const step = (): { raw: number; value: number } => {
    entity.lastIndex = here;
    const found = raw[here] === "&" ? entity.exec(raw)?.[0] : undefined;
    if (found !== undefined && !value.startsWith(found, read)) {
      return { raw: found.length, value: (value.codePointAt(read) ?? 0) > 0xffff ? 2 : 1 };
    }
    return { raw: 1, value: raw[here] === value[read] ? 1 : 0 };
  };
  return (offset) => {
    if (offset < read) {
      [here, read] = [0, 0];
      [line, column] = [at.line, at.column];
    }
    while (
      here < raw.length &&
      (read < offset || (raw[here] !== value[read] && step().value === 0))
    ) {
      const passed = step();
      pass(passed.raw);
      read += passed.value;
    }
    return { ...at, line, column };
  };
}
