import type { ElementContent } from "hast";
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx";
import { isComponentName } from "./components.ts";

type JsxElement = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/**
 * Content that can be shown whatever is wrong with it: components that there are, with attributes that are plain strings.
 * Code is shown as it is written. A component alone in its paragraph stands in the paragraph's place, as MDX has it.
 */
export function toShowable(nodes: readonly ElementContent[], source: string): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    switch (node.type) {
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        return showElement(node, source);
      case "mdxFlowExpression":
      case "mdxTextExpression":
        // A comment is for editors.
        return /^\s*\/\*[^]*\*\/\s*$/u.test(node.value) ? [] : [writtenAs(node, source)];
      case "element": {
        const children = toShowable(node.children, source);
        return node.tagName === "p" && isBare(node.children) ? children : [{ ...node, children }];
      }
      default:
        return [node];
    }
  });
}

function showElement(node: JsxElement, source: string): ElementContent[] {
  const children = toShowable(node.children, source);
  const { name } = node;
  if (name === null || !(name === "Problem" || name === "Unread" || isComponentName(name))) {
    return children.length === 0 ? [writtenAs(node, source)] : children;
  }
  const attributes = node.attributes.filter(
    ({ type, value }) => type === "mdxJsxAttribute" && typeof value === "string",
  );
  return [{ ...node, attributes, children }];
}

/** Components, and nothing but space beside them. */
function isBare(nodes: readonly ElementContent[]): boolean {
  const inner = nodes.flatMap((node) => (isProblem(node) ? node.children : [node]));
  const components = inner.filter(({ type }) => type === "mdxJsxTextElement");
  const isRest = (node: ElementContent) => node.type === "text" && node.value.trim() === "";
  return components.length > 0 && inner.every((node) => components.includes(node) || isRest(node));
}

function isProblem(node: ElementContent): node is MdxJsxTextElementHast {
  return node.type === "mdxJsxTextElement" && node.name === "Problem";
}

function writtenAs({ position }: ElementContent, source: string): ElementContent {
  const value = position ? source.slice(position.start.offset, position.end.offset) : "";
  return { type: "element", tagName: "code", properties: {}, children: [{ type: "text", value }] };
}

/** The value of a string attribute. */
export function stringAttribute(element: JsxElement, name: string): string | null {
  const found = element.attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === name,
  );
  return typeof found?.value === "string" ? found.value : null;
}
