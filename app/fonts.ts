import localFont from "next/font/local";

// `swap`: with `optional` readers saw a first page in whatever serif their machine has, and Chromium still moved the text when
// the file came late. `stand-ins.css` has what stands there before. What the exchange moves is measured by the bench.

/** Text and headlines: Latin, optical size and weight axes. The only files a page preloads are this one and the sans. */
export const serif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
  weight: "200 900",
  variable: "--font-serif",
  adjustFontFallback: false,
  display: "swap",
});

/** Without the optical axis: half the bytes, and italics are rare. */
export const serifItalic = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  weight: "200 900",
  style: "italic",
  variable: "--font-serif-italic",
  adjustFontFallback: false,
  display: "swap",
  preload: false,
});

/** Labels, charts, tables and controls. */
export const sans = localFont({
  src: "../node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-sans",
  adjustFontFallback: false,
  display: "swap",
});
