// Whether the rows of cells.csv and of sources.csv are sound in themselves, before anything is computed from them.
import { keyTrouble } from "./keys.mjs";
import { fraction, multiply } from "./numbers.mjs";

/** The Treasury's files have names that end in `.txt` or `.csv`; its press releases are pages. */
export function isPage(file) {
  return !file.includes(".");
}

/** What each cell comes to in dollars, by its name. */
export function amountsOf(cells) {
  return new Map(
    cells.map((cell) => [nameOf(cell), multiply(fraction(cell.value), fraction(cell.multiplier))]),
  );
}

/** What is wrong with cells and sources, in sentences. */
export function cellTroubles(cells, sources) {
  const seen = new Set();
  return [...sources.flatMap(sourceTroubles), ...cells.flatMap(troublesOf)];

  function troublesOf(cell) {
    const name = nameOf(cell);
    if (seen.has(name)) return [`cells.csv has the row ${name} twice`];
    seen.add(name);
    const isOwn = ({ file, sha256, vintage }) =>
      file === cell.file && sha256 === cell.sha256 && vintage === cell.known_from;
    if (!sources.some(isOwn))
      return [`cells.csv: the file of ${name} is not in sources.csv, of that name and vintage`];
    if (isPage(cell.file) !== cell.key.startsWith("press."))
      return [
        `cells.csv: ${name} cannot stand in ${cell.file}: press releases are pages, and nothing else is`,
      ];
    const trouble = keyTrouble(cell);
    return trouble === null ? [] : [`cells.csv: ${trouble}`];
  }
}

function sourceTroubles({ file, form }) {
  const own = isPage(file) ? "page" : "file";
  return form === own ? [] : [`sources.csv: ${file} is a ${own}, and its form is "${form}"`];
}

function nameOf({ key, period, known_from }) {
  return `${key}/${period}/${known_from}`;
}
