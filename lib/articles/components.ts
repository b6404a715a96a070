import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { Place, Problem } from "#lib/series/problem";

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The components an article may use and their attributes. A closed set: an article is data, not a program. */
const components = {
  Claim: ["of", "holds", "asOf", "source", "id"],
  Quoted: ["source"],
  Exempt: ["reason", "because"],
  Chart: ["id"],
  Dek: [],
  Note: [],
  Term: ["id"],
  Show: ["chart", "range", "from", "to", "transformation", "highlight"],
} as const;

export type ComponentName = keyof typeof components;

/** An element checked against the set above: its name and its attributes as plain strings. */
export interface Component {
  readonly name: ComponentName;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where the value of an attribute starts. */
  readonly places: Readonly<Record<string, Place>>;
}

/** The component an element stands for, or what is wrong with it. `placeOf` maps a position to the file. */
export function readComponent(
  element: JsxElement,
  placeOf: (point: { line: number; column: number } | undefined) => Place,
): { component: Component | null; problems: Problem[] } {
  const at = placeOf(element.position?.start);
  const name = element.name ?? "";
  if (!isComponentName(name)) {
    const message =
      name === "" ? "a fragment <>…</> is not allowed" : `<${name}> is not a component of articles`;
    const fix = `use one of ${Object.keys(components).join(", ")}, or plain Markdown`;
    return { component: null, problems: [{ kind: "unknown-component", message, at, fix }] };
  }
  const problems: Problem[] = [];
  const attributes: Record<string, string> = {};
  const places: Record<string, Place> = {};
  const allowed: readonly string[] = components[name];
  for (const attribute of element.attributes) {
    const place = placeOf(attribute.position?.start ?? element.position?.start);
    const found = attribute.type === "mdxJsxAttribute" ? attribute.name : "{…}";
    if (attribute.type !== "mdxJsxAttribute" || !allowed.includes(found)) {
      const fix =
        allowed.length === 0
          ? `<${name}> takes no attributes`
          : `<${name}> takes ${allowed.join(", ")}`;
      problems.push({
        kind: "unknown-attribute",
        message: `<${name}> has no attribute "${found}"`,
        at: place,
        fix,
      });
    } else if (typeof attribute.value !== "string") {
      const fix = `write ${found}="…": an article is data and holds no JavaScript`;
      problems.push({
        kind: "not-a-string",
        message: `the attribute "${found}" is not a plain string`,
        at: place,
        fix,
      });
    } else if (found in attributes) {
      problems.push({
        kind: "unknown-attribute",
        message: `<${name}> has "${found}" twice`,
        at: place,
      });
    } else {
      attributes[found] = attribute.value;
      places[found] = { ...place, column: place.column + found.length + 2 };
    }
  }
  return { component: problems.length === 0 ? { name, attributes, places } : null, problems };
}

function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(components, name);
}
