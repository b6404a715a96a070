import type { DrawnFigure, Drawing, Shade, Shape } from "./drawing.ts";
import { fontSize, lineHeight, type Frame } from "./frame.ts";
import { tileNameSize } from "./mark-style.ts";
import { blocks, type PlottedChart } from "./plotted.ts";
import { shadeClasses, shadeOf, type ShadeClass } from "./shades.ts";
import { textWidth } from "./text-width.ts";
import { columnsOf, placeTiles, type Located } from "./tile-places.ts";
import { plotNumbers, tickFormat } from "./value-axis.ts";
import { wrapWords } from "./wrap-words.ts";

/** Between tiles, between blocks, and from the key of shades to the map. */
const gap = 2;
const blockGap = 12;
const keyHeight = 34;

/** Tiles in a row of a wide drawing, all blocks together, and of a narrow one, where blocks stand under one another. */
const wideColumns = 9;
const narrowColumns = 4;
const lowestTile = 46;

/** The least room between a tile's edge and its words. */
const inset = 5;

interface Tile {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A tile for each area, those to the west left of those to the east, shaded by its figure and with name and figure in it. On
 * a narrow frame the parts of the globe stand under one another.
 */
export function drawTiles(chart: PlottedChart, frame: Frame): Drawing {
  const values = plotNumbers(chart)[0] ?? [];
  const texts = chart.series[0]?.texts ?? [];
  const classes = shadeClasses(Math.max(0, ...values.flatMap((value) => value ?? [])));
  const { tiles, titles, height } =
    frame.name === "wide" ? sideBySide(chart, frame) : stacked(chart, frame);
  const highlighted = new Set(chart.highlighted);
  const figures: DrawnFigure[] = [];
  const marks: Shape[] = [];
  const rings: Shape[] = [];
  const words: Shape[] = [];
  for (const { index, ...box } of tiles.toSorted((left, right) => left.index - right.index)) {
    const value = values[index] ?? null;
    const text = texts[index] ?? null;
    if (value === null || text === null) continue;
    const shade = shadeOf(value, classes);
    const name = chart.positions[index] ?? "";
    figures.push({
      series: 0,
      position: index,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      box,
    });
    marks.push({ kind: "rect", role: `tile-${shade}`, ...box });
    if (highlighted.has(name)) rings.push(...ringIn(box));
    words.push(...tileWords(name, text, box, shade));
  }
  return {
    form: chart.form,
    width: frame.width,
    height,
    plot: { left: 0, top: keyHeight, right: frame.width, bottom: height },
    domain: [0, 1],
    back: [...keyShapes(classes), ...titles],
    marks,
    front: [...rings, ...words],
    figures,
  };
}

function locatedIn(chart: PlottedChart, block: string): Located[] {
  return (chart.places ?? []).flatMap(({ block: own, east, north }, index) =>
    own === block ? [{ index, east, north }] : [],
  );
}

interface Layout {
  readonly tiles: Tile[];
  readonly titles: Shape[];
  readonly height: number;
}

function sideBySide(chart: PlottedChart, frame: Frame): Layout {
  const held = blocks
    .map((block) => ({ block, areas: locatedIn(chart, block) }))
    .filter(({ areas }) => areas.length > 0);
  const columns = columnsOf(
    held.map(({ areas }) => areas.length),
    wideColumns,
  );
  const all = Math.max(
    1,
    columns.reduce((sum, count) => sum + count, 0),
  );
  const rows = Math.max(
    1,
    ...held.map(({ areas }, at) => Math.ceil(areas.length / (columns[at] ?? 1))),
  );
  const top = keyHeight + lineHeight + 4;
  const width = (frame.width - (held.length - 1) * blockGap) / all;
  const height = Math.max((frame.height - top) / rows, lowestTile);
  let left = 0;
  const tiles: Tile[] = [];
  const titles: Shape[] = [];
  held.forEach(({ block, areas }, at) => {
    const count = columns[at] ?? 1;
    titles.push(title(block, left, keyHeight + fontSize));
    for (const { index, column, row } of placeTiles(areas, count)) {
      const [x, y] = [left + column * width, top + row * height];
      tiles.push({ index, x, y, width: width - gap, height: height - gap });
    }
    left += count * width + blockGap;
  });
  return { tiles, titles, height: Math.max(frame.height, Math.ceil(top + rows * height)) };
}

function stacked(chart: PlottedChart, frame: Frame): Layout {
  const width = (frame.width + gap) / narrowColumns;
  const tiles: Tile[] = [];
  const titles: Shape[] = [];
  let top = keyHeight;
  for (const block of blocks) {
    const areas = locatedIn(chart, block);
    if (areas.length === 0) continue;
    titles.push(title(block, 0, top + fontSize));
    top += lineHeight + 4;
    const columns = Math.min(narrowColumns, areas.length);
    for (const { index, column, row } of placeTiles(areas, columns)) {
      const [x, y] = [column * width, top + row * lowestTile];
      tiles.push({ index, x, y, width: width - gap, height: lowestTile - gap });
    }
    top += Math.ceil(areas.length / columns) * lowestTile + blockGap;
  }
  return { tiles, titles, height: Math.max(frame.height, Math.ceil(top - blockGap)) };
}

function title(text: string, x: number, y: number): Shape {
  return { kind: "text", role: "panel", x, y, anchor: "start", text };
}

/** Inside the tile, so that the rings of neighbours do not meet, with an edge of paper towards its shade. */
function ringIn(box: Omit<Tile, "index">): Shape[] {
  return [
    { kind: "rect", role: "tile-ring", ...insideOf(box, 1) },
    { kind: "rect", role: "tile-ring-edge", ...insideOf(box, 2.5) },
  ];
}

function insideOf({ x, y, width, height }: Omit<Tile, "index">, by: number) {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** Name, in two lines at most, and figure. */
function tileWords(
  name: string,
  figure: string,
  { x, y, width }: Omit<Tile, "index">,
  shade: Shade,
): Shape[] {
  const onDark = shade >= 4;
  const lines = wrapWords(name, width - 2 * inset, tileNameSize, 600).slice(0, 2);
  const names = lines.map((text, row): Shape => ({
    kind: "text",
    role: onDark ? "tile-name-on-dark" : "tile-name",
    x: x + inset,
    y: y + 13 + row * 12,
    anchor: "start",
    text,
  }));
  const role = onDark ? "tile-value-on-dark" : "tile-value";
  return [
    ...names,
    {
      kind: "text",
      role,
      x: x + inset,
      y: y + 14 + lines.length * 12,
      anchor: "start",
      text: figure,
    },
  ];
}

/** A swatch for each shade, the faintest first, with the figure it begins at. */
function keyShapes(classes: readonly ShadeClass[]): Shape[] {
  const bounds = classes.map(({ from }) => from).filter((from) => from > 0);
  const print = bounds.length === 0 ? String : tickFormat(Math.min(...bounds), Math.max(...bounds));
  let x = 0;
  return classes.toReversed().flatMap(({ shade, from }, index, all): Shape[] => {
    const next = all[index + 1];
    const text =
      index === 0
        ? next === undefined
          ? "any"
          : `under ${print(next.from)}`
        : next === undefined
          ? `${print(from)} and more`
          : print(from);
    const at = x;
    x += 14 + 5 + textWidth(text, fontSize, 400) + 9;
    return [
      { kind: "rect", role: `tile-${shade}`, x: at, y: 3, width: 14, height: 12 },
      { kind: "text", role: "axis", x: at + 19, y: 13.5, anchor: "start", text },
    ];
  });
}
