import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { drawChart } from "./draw.ts";
import type { PlottedChart } from "./plotted.ts";
import { marksStylesheet } from "./stylesheet.ts";
import { shapeElement } from "./svg.ts";
import { lightColours } from "./theme.ts";
import { wrapWords } from "./wrap-words.ts";

/** Everything a picture that leaves the site must say for itself. */
export interface StandalonePicture {
  readonly headline: string;
  readonly measure: string;
  readonly plotted: PlottedChart;
  readonly source: string;
  readonly description: string;
}

const page = { width: 720, margin: 40, bottom: 58 } as const;
const picture = { width: page.width - 2 * page.margin, height: 380 } as const;
const labelFont = "'Libre Franklin', 'Franklin Gothic Medium', Arial, sans-serif";
const headlineFont = "'Source Serif 4', Georgia, 'Times New Roman', serif";

/**
 * A chart as an SVG file that needs nothing beside it: light colours, fonts by name, headline, measure and source. Looks are
 * attributes: no style sheet of its own would pass the site's content security policy, and not every drawing program reads
 * one.
 */
export function standaloneSvg({
  headline,
  measure,
  plotted,
  source,
  description,
}: StandalonePicture): string {
  const headlines = wrapWords(headline, picture.width * 0.96, 23, 600);
  const measures = wrapWords(measure, picture.width, 13.5, 400);
  const measureTop = 56 + headlines.length * 30;
  const top = measureTop + measures.length * 18 - 8;
  const sources = wrapWords(source, picture.width - 90, 11.5, 400);
  const foot = top + picture.height + 24;
  const height = foot + sources.length * 15 + 16;
  const drawing = drawChart(plotted, { name: "wide", ...picture });
  const shapes = [...drawing.back, ...drawing.marks, ...drawing.front].map(shapeElement);
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${page.width} ${height}`,
      width: String(page.width),
      height: String(height),
      role: "img",
      "aria-labelledby": "title description",
    },
    [
      element("title", { id: "title" }, [text(headline)]),
      element("desc", { id: "description" }, [text(description)]),
      element("rect", { width: "100%", height: "100%", fill: lightColours.paper }),
      bar(26, 1.5, lightColours.ink),
      ...lines(headlines, 62, 30, {
        "font-family": headlineFont,
        "font-size": "25",
        "font-weight": "600",
        fill: lightColours.ink,
      }),
      ...lines(measures, measureTop, 18, {
        "font-family": labelFont,
        "font-size": "13.5",
        fill: lightColours["ink-2"],
      }),
      element(
        "g",
        { transform: `translate(${page.margin} ${top})` },
        shapes.flatMap((shape) => withLooks(shape)),
      ),
      bar(foot - 20, 1, lightColours.rule),
      ...lines(sources, foot, 15, {
        "font-family": labelFont,
        "font-size": "11.5",
        fill: lightColours["ink-3"],
      }),
      element(
        "text",
        {
          x: String(page.width - page.margin),
          y: String(foot),
          "text-anchor": "end",
          "font-family": headlineFont,
          "font-size": "12.5",
          "font-weight": "600",
          fill: lightColours.accent,
        },
        [text("Tickmark")],
      ),
    ],
  );
  return `${toHtml(svg, { space: "svg" })}\n`;
}

function lines(
  texts: readonly string[],
  y: number,
  leading: number,
  looks: Record<string, string>,
): Element[] {
  return texts.map((line, row) =>
    element("text", { x: String(page.margin), y: String(y + row * leading), ...looks }, [
      text(line),
    ]),
  );
}

function bar(y: number, height: number, fill: string): Element {
  const { margin } = page;
  return element("rect", {
    x: String(margin),
    y: String(y),
    width: String(picture.width),
    height: String(height),
    fill,
  });
}

/** Attributes that have the meaning of the declarations of the same name (SVG 2, "Presentation attributes"). */
const presentation =
  /^(?:fill|fill-opacity|stroke|stroke-width|stroke-dasharray|stroke-linejoin|font-family|font-size|font-weight|paint-order)$/;

interface Rule {
  readonly classes: readonly string[];
  readonly looks: Readonly<Record<string, string>>;
}

/** The page's own rules, with the light colours for their custom properties. */
const rules: readonly Rule[] = rulesOf(marksStylesheet());

function rulesOf(sheet: string): Rule[] {
  const colours = new Map<string, string>(Object.entries(lightColours));
  const valueOf = (value: string): string =>
    value.replace(/var\(--([\w-]+)\)/g, (_, name: string) =>
      name === "font-label" ? labelFont : (colours.get(name) ?? lightColours.ink),
    );
  const found = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{}]+)\{([^}]*)\}/g);
  return [...found].flatMap(([, selectors = "", body = ""]) => {
    const pairs = body.split(";").flatMap((line) => {
      const [name = "", value = ""] = line.split(/:(.*)/s).map((part) => part.trim());
      return presentation.test(name) ? [[name, valueOf(value)] as const] : [];
    });
    const looks = Object.fromEntries(pairs);
    return selectors
      .split(",")
      .map((selector) => ({ classes: selector.trim().split(".").slice(1), looks }));
  });
}

/** A shape with attributes in the place of its classes. */
function withLooks(shape: ElementContent): ElementContent[] {
  if (shape.type !== "element") return [];
  const { className, ...rest } = shape.properties;
  const own = new Set(Array.isArray(className) ? className.map(String) : []);
  const looks = rules
    .filter(({ classes }) => classes.every((name) => own.has(name)))
    .reduce<Record<string, string>>((all, rule) => ({ ...all, ...rule.looks }), {});
  const { "paint-order": order, stroke, "stroke-width": width, ...plain } = looks;
  if (order === undefined || stroke === undefined || width === undefined) {
    return [{ ...shape, properties: { ...rest, ...looks } }];
  }
  // Not every program knows in which order to paint: the edge of paper is a text of its own, below.
  const edge = { ...plain, fill: stroke, stroke, "stroke-width": width };
  return [edge, plain].map((drawn) => ({ ...shape, properties: { ...rest, ...drawn } }));
}

function element(
  tagName: string,
  properties: Record<string, string>,
  children: ElementContent[] = [],
): Element {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
