import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { lowerFirst } from "#lib/charts/captions";
import { nearest } from "#lib/series/nearest";
import type { Place, Problem } from "#lib/series/problem";
import {
  componentRules,
  ruleOf,
  type ComponentName,
  type ComponentRule,
} from "./component-rules.ts";
import { insteadOf } from "./html-names.ts";

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** An element checked against its rule: its name and its attributes as plain strings. */
export interface Component {
  readonly name: ComponentName;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where the value of an attribute starts. */
  readonly places: Readonly<Record<string, Place>>;
}

type PlaceOfPoint = (point: { line: number; column: number } | undefined) => Place;

/**
 * The component an element stands for, or all that is wrong with it. `placeOf` maps a position to the file. Problems:
 * `unknown-component`, `unknown-attribute`, `attribute-twice`, `not-a-string`, `empty-attribute`, `missing-attribute`,
 * `component-place`.
 */
export function readComponent(
  element: JsxElement,
  placeOf: PlaceOfPoint,
): { component: Component | null; problems: Problem[] } {
  const at = placeOf(element.position?.start);
  const name = element.name ?? "";
  if (!isComponentName(name)) return { component: null, problems: [unknownComponent(name, at)] };
  const rule = ruleOf(name);
  const { attributes, places, problems } = readAttributes(element, name, rule, placeOf);
  const written = element.attributes.map((attribute) =>
    attribute.type === "mdxJsxAttribute" ? attribute.name : "",
  );
  // A misspelt one is told as such, and not as missing too.
  const mayBeMisspelt = problems.some(({ kind }) => kind === "unknown-attribute");
  for (const [needed, { required, says, example }] of Object.entries(rule.attributes)) {
    if (!required || written.includes(needed) || mayBeMisspelt) continue;
    const message = `<${name}> has no ${needed}="…"`;
    const fix = `add it, such as ${needed}="${example}": ${lowerFirst(says)}`;
    problems.push({ kind: "missing-attribute", message, at, fix });
  }
  problems.push(...checkPlace(element, name, rule, at));
  return { component: problems.length === 0 ? { name, attributes, places } : null, problems };
}

function unknownComponent(name: string, at: Place): Problem {
  const kind = "unknown-component";
  const names = Object.keys(componentRules);
  if (name === "") {
    const fix = "take its two tags away";
    return { kind, message: "a fragment <>…</> is not allowed", at, fix };
  }
  const [likely] = nearest(name, names, 1);
  const list = `use one of ${names.join(", ")}, or plain Markdown`;
  const instead = insteadOf(name) ?? (likely === undefined ? null : `write <${likely}>`);
  return {
    kind,
    message: `<${name}> is not a component of articles`,
    at,
    fix: instead === null ? list : `${instead}; or ${list}`,
  };
}

/** What stands in the tag as plain strings, and what cannot. */
function readAttributes(
  element: JsxElement,
  name: ComponentName,
  rule: ComponentRule,
  placeOf: PlaceOfPoint,
) {
  const attributes: Record<string, string> = {};
  const places: Record<string, Place> = {};
  const problems: Problem[] = [];
  const known = Object.keys(rule.attributes);
  const list = known.length === 0 ? "takes no attributes" : `takes ${known.join(", ")}`;
  for (const attribute of element.attributes) {
    const at = placeOf(attribute.position?.start ?? element.position?.start);
    const wrong = (kind: string, message: string, fix: string): void =>
      void problems.push({ kind, message, at, fix });
    if (attribute.type !== "mdxJsxAttribute") {
      wrong(
        "unknown-attribute",
        `<${name}> has an attribute in braces, {…}`,
        `write its attributes as name="…": <${name}> ${list}`,
      );
      continue;
    }
    const { name: found, value } = attribute;
    const example = rule.attributes[found]?.example ?? "…";
    if (!known.includes(found)) {
      const [likely] = nearest(found, known, 1);
      const write = likely === undefined ? "" : `write ${likely}="…"; `;
      wrong(
        "unknown-attribute",
        `<${name}> has no attribute "${found}"`,
        `${write}<${name}> ${list}`,
      );
    } else if (found in attributes) {
      wrong("attribute-twice", `<${name}> has ${found}="…" twice`, "keep one of them");
    } else if (typeof value !== "string") {
      wrong(
        "not-a-string",
        `${found} of <${name}> ${value === null || value === undefined ? "has no value" : "is JavaScript in braces, {…}"}`,
        `write it in straight quotes, such as ${found}="${example}"`,
      );
    } else if (value.trim() === "") {
      const orNone = rule.attributes[found]?.required === true ? "" : ", or take it away";
      wrong(
        "empty-attribute",
        `${found}="" of <${name}> is empty`,
        `write it out, such as ${found}="${example}"${orNone}`,
      );
    } else {
      attributes[found] = value;
      places[found] = { ...at, column: at.column + found.length + 2 };
    }
  }
  return { attributes, places, problems };
}

/** What stands on a line of its own holds no words, and no sentence holds it. */
function checkPlace(
  element: JsxElement,
  name: ComponentName,
  { place }: ComponentRule,
  at: Place,
): Problem[] {
  if (place !== "line") return [];
  const kind = "component-place";
  const fix = `write <${name} … /> on a line of its own, with a blank line before and after it`;
  if (element.type === "mdxJsxTextElement") {
    return [{ kind, message: `<${name}> stands within a sentence`, at, fix }];
  }
  if (element.children.length === 0) return [];
  return [{ kind, message: `<${name}> holds words, which nobody would see`, at, fix }];
}

export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(componentRules, name);
}
