import { shiftPeriod, type Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { PressLayout } from "./press-layout.ts";
import type { PressHead } from "./press-row.ts";

/** A release and the number of its first line in the file. */
export interface PlacedHead extends PressHead {
  readonly line: number;
}

/**
 * Releases follow one another by day and by month, each once, none lost: the months between two are those that
 * `content/catalogue/press.yml` calls missing. Problems: `wrong-order`, `same-release-twice`, `released-too-early`,
 * `missing-release`.
 */
export function checkReleases(
  heads: readonly PlacedHead[],
  { first, missing }: Pick<PressLayout, "first" | "missing">,
  file: string,
): Problem[] {
  const names = new Map<string, number>();
  return heads.flatMap((head, at): Problem[] => {
    const { released, name, reference, line } = head;
    const problem = (kind: string, column: number, message: string): Problem => ({
      kind,
      message,
      at: { file, line, column },
    });
    const earlier = names.get(name);
    names.set(name, earlier ?? line);
    if (earlier !== undefined) {
      const message = `Expected each press release once, found ${name} again (first in line ${earlier})`;
      return [problem("same-release-twice", 2, message)];
    }
    const found: Problem[] = [];
    if (released.slice(0, 7) <= reference) {
      const message = `Expected a day of release after the end of ${reference}, found ${released}`;
      found.push(problem("released-too-early", 1, message));
    }
    const before = heads[at - 1];
    if (before && released <= before.released) {
      const message = `Expected a day after ${before.released}, that of ${before.name}, found ${released}`;
      found.push(problem("wrong-order", 1, message));
    }
    const next = nextOf(before, first, missing);
    if (reference > next) {
      const message = `Expected the release about ${next}, found ${name} about ${reference}`;
      found.push({
        ...problem("missing-release", 3, message),
        fix: "fetch the file again; a month that no release is about belongs under missing in press.yml",
      });
    } else if (reference <= (before?.reference ?? "") || reference < first) {
      const message = `Expected a release about ${next}, found ${name} about ${reference}`;
      found.push(problem("wrong-order", 3, message));
    }
    return found;
  });
}

/** A file that ends before the last release known is cut, though every release in it may be whole. Problem: `cut-file`. */
export function checkEnd(
  heads: readonly PlacedHead[],
  { through }: Pick<PressLayout, "through">,
  lineCount: number,
  file: string,
): Problem[] {
  const last = heads.at(-1);
  if (last && last.reference >= through) return [];
  return [
    {
      kind: "cut-file",
      message: `Expected releases up to that about ${through}, found the last about ${last?.reference ?? "nothing"}`,
      at: { file, line: lineCount, column: 3 },
      fix: "the file is cut; fetch it again",
    },
  ];
}

/** The month that the release after `before` is about, those skipped that no release is about. */
function nextOf(before: PlacedHead | undefined, first: Period, missing: readonly Period[]): Period {
  let next = before ? shiftPeriod(before.reference, 1) : first;
  while (missing.includes(next)) next = shiftPeriod(next, 1);
  return next;
}
