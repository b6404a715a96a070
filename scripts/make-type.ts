import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import subsetFont from "subset-font";
import { coreCharacters } from "./core-characters.ts";
import { stampOf, unlessStamped } from "./stamp.ts";

/** A face of Fontsource, and the weights of it that the style sheets use. */
interface Face {
  readonly file: string;
  readonly weights: { readonly min: number; readonly max: number };
}

const serif = {
  file: "source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
  weights: { min: 400, max: 600 },
};
const sans = {
  file: "libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
  weights: { min: 400, max: 700 },
};
/** Without the optical axis: italics are a few words of text. */
const italic = {
  file: "source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  weights: { min: 400, max: 400 },
};

/** Kerning, ligatures, and figures of equal height and of either width. */
const features = ["kern", "liga", "lnum", "pnum", "tnum"];

/** Where Fontsource keeps its packages, and where what is made of them lies. */
const [from, to] = ["node_modules/@fontsource-variable", "app/_type"];

const made = ["core.css", "italic.woff2"];

const inputs = [
  "scripts/make-type.ts",
  "scripts/core-characters.ts",
  "node_modules/subset-font/package.json",
  `${from}/source-serif-4/package.json`,
  `${from}/libre-franklin/package.json`,
];

/**
 * Writes the style sheet that carries the site's two faces in itself, and a file of italics, all cut to `coreCharacters`.
 * A page is not painted before its style sheets are there, so it is painted in its own type and nothing moves afterwards.
 * A face that is fetched comes later than the first paint on a slow line, whatever `font-display` says, and moves every
 * line of text. Returns whether there was anything to do.
 */
export async function makeType(root: string): Promise<boolean> {
  const folder = path.join(root, to);
  const stampFile = path.join(root, ".tickmark/type");
  const isMade = made.every((file) => existsSync(path.join(folder, file)));
  if (!isMade) rmSync(stampFile, { force: true });
  return unlessStamped(stampFile, stampOf(root, inputs), async () => {
    const rules = [
      faceRule("Source Serif 4", serif, await cut(root, serif)),
      faceRule("Libre Franklin", sans, await cut(root, sans)),
    ];
    writeFileSync(path.join(folder, "italic.woff2"), await cut(root, italic));
    writeFileSync(path.join(folder, "core.css"), rules.join("\n"));
  });
}

async function cut(root: string, { file, weights }: Face): Promise<Uint8Array> {
  const whole = readFileSync(path.join(root, from, file));
  return subsetFont(whole, coreCharacters, {
    targetFormat: "woff2",
    variationAxes: { wght: weights },
    keepFeatures: features,
  });
}

function faceRule(family: string, { weights }: Face, woff2: Uint8Array): string {
  return `@font-face {
  font-family: "${family}";
  src: url("data:font/woff2;base64,${Buffer.from(woff2).toString("base64")}") format("woff2");
  font-weight: ${weights.min} ${weights.max};
}
`;
}
