import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";

/** An element of a document as tests look at it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text within, as it is after parsing. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** The root element of a text that is well-formed XML, to the letter; throws where it is not. For tests. */
export function readXml(xml: string): XmlElement {
  const [root, ...more] = elementsOf(fromXml(xml));
  if (root === undefined || more.length > 0) throw new Error("Expected one root element");
  return root;
}

/** The children of one name. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The only child of one name; throws when there is none, or more. */
export function childOf(element: XmlElement, name: string): XmlElement {
  const [child, ...more] = childrenOf(element, name);
  if (child === undefined || more.length > 0) {
    throw new Error(`Expected one <${name}> in <${element.name}>`);
  }
  return child;
}

function elementsOf(parent: Root | Element): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.type !== "element") return [];
    const attributes = Object.entries(child.attributes).map(
      ([name, value]) => [name, value ?? ""] as const,
    );
    return [
      {
        name: child.name,
        attributes: Object.fromEntries(attributes),
        text: textOf(child),
        children: elementsOf(child),
      },
    ];
  });
}

function textOf(parent: Element): string {
  return parent.children
    .map((child) => {
      if (child.type === "element") return textOf(child);
      return child.type === "text" || child.type === "cdata" ? child.value : "";
    })
    .join("");
}
