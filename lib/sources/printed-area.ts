import { nearest } from "#lib/series/nearest";
import type { Problem } from "#lib/series/problem";
import type { Catalogue, CatalogueArea } from "./catalogue.ts";

/** An area with the code and name that the file of a release prints. */
export interface PrintedArea {
  readonly area: CatalogueArea;
  readonly code: string;
  readonly name: string;
}

/** The areas that the file of a release prints with a code, in the order of the catalogue. */
export function printedAreas(catalogue: Catalogue, release: string): readonly PrintedArea[] {
  return catalogue.areas.flatMap((area) => {
    const name = area.names[release];
    return name === undefined || area.code === null ? [] : [{ area, code: area.code, name }];
  });
}

/** The area of a line, by its code, which its name must fit. Problems: `unknown-area`, `code-and-name-disagree`. */
export function findPrintedArea<Area extends PrintedArea>(
  areas: ReadonlyMap<string, Area>,
  name: string,
  code: string,
  at: Problem["at"],
  problems: Problem[],
): Area | null {
  const found = areas.get(code);
  if (!found) {
    const listed = [...areas.values()].map((one) => `${one.name} ${one.code}`);
    const near = nearest(`${name} ${code}`, listed, 3);
    problems.push({
      kind: "unknown-area",
      message: `Expected a country code of the catalogue, found "${code}" ("${name}")`,
      at,
      fix: `${near.length > 0 ? `nearest: ${near.join("; ")}. ` : ""}If the Treasury has added it, add it to content/catalogue/areas.yml`,
    });
    return null;
  }
  if (found.name === name) return found;
  problems.push({
    kind: "code-and-name-disagree",
    message: `Expected "${found.name}" beside code ${code}, found "${name}"`,
    at,
    fix: "one of the two is wrong in this line; compare it with the file at the Treasury",
  });
  return null;
}
