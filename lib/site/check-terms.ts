import type { Nodes } from "mdast";
import type {} from "mdast-util-mdx";
import { toString } from "mdast-util-to-string";
import { attributeOf } from "#lib/articles/compile";
import type { Article } from "#lib/articles/article";
import type { Place, Problem } from "#lib/series/problem";
import { unknownTerm, type GlossaryTerm } from "./glossary.ts";

/** Ids of the terms that an article opens, in its order. */
export function termsOf({ tree }: Pick<Article, "tree">): string[] {
  return findTerms(tree, undefined).map(({ id }) => id);
}

/**
 * What is wrong with the terms that an article opens: an id that the glossary has not, words that are none of its names, a
 * second of the same, one without words, one on a line of its own, and one where no link may stand. Without a glossary nothing
 * is held against it.
 */
export function checkTerms(
  { tree, file }: Pick<Article, "tree" | "file">,
  glossary: readonly GlossaryTerm[] | null,
): Problem[] {
  const terms = new Map(glossary?.map((term) => [term.id, term]));
  const found = findTerms(tree, undefined);
  const seen = new Set<string>();
  return found.flatMap(({ id, words, inside, isLine, place }): Problem[] => {
    const at: Place = { file, ...place };
    const again = seen.has(id);
    seen.add(id);
    const wrong = (message: string, fix: string): Problem[] => [{ kind: "term", message, at, fix }];
    if (words.trim() === "") return wrong("<Term> holds no words", "put the term's words in it");
    if (isLine) return wrong("a <Term> stands on a line of its own", "keep it within its sentence");
    if (inside !== undefined) {
      return wrong(`a <Term> stands inside ${inside}`, "a term is a link: put it into plain text");
    }
    const term = terms.get(id);
    if (glossary !== null && term === undefined) return [unknownTerm(id, [...terms.keys()], at)];
    const names = term ? [term.name, ...term.also] : [];
    if (term && !names.some((name) => isForm(words, name))) {
      return wrong(
        `"${words}" is no name of the term "${id}"`,
        `write ${names.map((name) => `"${name}"`).join(" or ")}, open another term, or add the name to also: in content/glossary.yml`,
      );
    }
    return again
      ? wrong(`the term "${id}" is opened twice`, "mark the first place only, where it is new")
      : [];
  });
}

/** Whether words are a name in whatever number and case: "T-bill" of "T-bills", "biases" of "bias". */
function isForm(words: string, name: string): boolean {
  const [said, known] = [plain(words), plain(name)];
  return (
    said === known || said === pluralOf(known) || (isPlural(known) && pluralOf(said) === known)
  );
}

function plain(name: string): string {
  return name
    .trim()
    .replace(/\s+/gu, " ")
    .toLowerCase()
    .replace(/[’']s?$/u, "");
}

function pluralOf(name: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(name)) return `${name}es`;
  return /[^aeiou]y$/u.test(name) ? name.replace(/y$/u, "ies") : `${name}s`;
}

/** A bias, a basis, a census and a class are one each. */
function isPlural(name: string): boolean {
  return /s$/u.test(name) && !/(?:ia|i|u|s)s$/u.test(name);
}

interface FoundTerm {
  readonly id: string;
  readonly words: string;
  /** What around it may hold no link; undefined where one may stand. */
  readonly inside: string | undefined;
  readonly isLine: boolean;
  readonly place: { readonly line: number; readonly column: number };
}

/** What a link may not stand in, as an editor calls it. */
const closed: Readonly<Record<string, string>> = {
  heading: "a heading",
  link: "a link",
  linkReference: "a link",
};

function findTerms(node: Nodes, inside: string | undefined): FoundTerm[] {
  const found: FoundTerm[] = [];
  const isElement = node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
  if (isElement && node.name === "Term") {
    found.push({
      id: attributeOf(node, "id") ?? "",
      words: toString(node),
      inside,
      isLine: node.type === "mdxJsxFlowElement",
      place: node.position?.start ?? { line: 1, column: 1 },
    });
  }
  if (!("children" in node)) return found;
  const within = isElement && node.name === "Term" ? "another" : closed[node.type];
  const children = node.children.flatMap((child) => findTerms(child, within ?? inside));
  return [...found, ...children];
}
