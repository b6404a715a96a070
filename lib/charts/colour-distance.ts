type Three = readonly [number, number, number];

/** How people see who have all three kinds of cones, or lack the first, the second or the third. */
export const sights = ["all colours", "protanopia", "deuteranopia", "tritanopia"] as const;
export type Sight = (typeof sights)[number];

/**
 * On linear red, green and blue: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for
 * simulation of color vision deficiency" (2009), table 1, severity 1.
 */
const matrices: Readonly<Record<Sight, readonly [Three, Three, Three]>> = {
  "all colours": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other]
    .map((colour) => luminance(linear(colour)))
    .sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

/** The difference of two colours `#rrggbb` as seen (CIEDE2000): 1 is just seen side by side, 10 at a glance. */
export function colourDistance(one: string, other: string, sight: Sight): number {
  return ciede2000(labOf(seen(linear(one), sight)), labOf(seen(linear(other), sight)));
}

/** Lightness, from 0 for black to 100 for white. */
export function lightness(colour: string): number {
  return labOf(linear(colour))[0];
}

function linear(colour: string): Three {
  const channel = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance([red, green, blue]: Three): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function seen(colour: Three, sight: Sight): Three {
  const [red, green, blue] = matrices[sight];
  const mix = (row: Three): number => Math.min(1, Math.max(0, dot(row, colour)));
  return [mix(red), mix(green), mix(blue)];
}

function dot(left: Three, right: Three): number {
  return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
}

/** CIELAB under daylight (D65). */
function labOf(colour: Three): Three {
  const root = (part: number): number =>
    part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116;
  const x = root(dot([0.4124564, 0.3575761, 0.1804375], colour) / 0.95047);
  const y = root(dot([0.2126729, 0.7151522, 0.072175], colour));
  const z = root(dot([0.0193339, 0.119192, 0.9503041], colour) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula" (2005); angles in degrees. */
export function ciede2000([l1, a1, b1]: Three, [l2, a2, b2]: Three): number {
  const stretch = (chroma: number): number =>
    0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)));
  const g = stretch((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2);
  const [c1, h1] = polar(a1 * (1 + g), b1);
  const [c2, h2] = polar(a2 * (1 + g), b2);
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const hueStep = 2 * Math.sqrt(c1 * c2) * sine(turn / 2);
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const h = grey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const t =
    1 -
    0.17 * cosine(h - 30) +
    0.24 * cosine(2 * h) +
    0.32 * cosine(3 * h + 6) -
    0.2 * cosine(4 * h - 63);
  const byLightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const byChroma = (c2 - c1) / (1 + 0.045 * c);
  const byHue = hueStep / (1 + 0.015 * c * t);
  const rotation =
    -sine(60 * Math.exp(-(((h - 275) / 25) ** 2))) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  return Math.sqrt(byLightness ** 2 + byChroma ** 2 + byHue ** 2 + rotation * byChroma * byHue);
}

function polar(a: number, b: number): [chroma: number, hue: number] {
  return [Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
