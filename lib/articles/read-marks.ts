import type { Nodes, Parent, Root } from "mdast";
import type {} from "mdast-util-mdx";
import { isVintageDate } from "#lib/series/observation";
import type { Place, Problem } from "#lib/series/problem";
import { readComponent, type Component, type JsxElement } from "./components.ts";
import type { Mark } from "./mark.ts";
import { sentenceAround } from "./sentence.ts";
import { findUnmarkedFigures } from "./unmarked-figures.ts";

/** A text to read marks from, and where its first character stands. */
export interface MarkedText {
  readonly tree: Root;
  readonly source: string;
  readonly start: Place;
}

/** A chart named in an article. */
export interface ChartReference {
  readonly id: string;
  readonly at: Place;
}

/** All that a text ties to data or leaves untied. */
export interface MarksFound {
  readonly marks: readonly Mark[];
  readonly charts: readonly ChartReference[];
  readonly problems: readonly Problem[];
}

/** Reads the claims, quoted and exempt figures and charts of a text, and reports every figure that is none of these. */
export function readMarks({ tree, source, start }: MarkedText): MarksFound {
  const marks: Mark[] = [];
  const charts: ChartReference[] = [];
  const problems: Problem[] = [];
  /** Marks of the block being read; they get their sentence when its whole text is known. */
  let block: { text: string; pending: ((text: string) => Mark)[] } = { text: "", pending: [] };

  const placeOf = (point: { line: number; column: number } | undefined): Place => {
    const { line, column } = point ?? { line: 1, column: 1 };
    return {
      file: start.file,
      line: start.line + line - 1,
      column: line === 1 ? start.column + column - 1 : column,
    };
  };

  function visit(node: Nodes, marked: string | null): void {
    switch (node.type) {
      case "mdxjsEsm":
        problems.push({
          kind: "esm",
          message: "an article holds no import or export",
          at: placeOf(node.position?.start),
          fix: "delete the line; articles are data, and components are given to them",
        });
        return;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        problems.push({
          kind: "esm",
          message: `an article holds no JavaScript: {${node.value.slice(0, 40)}}`,
          at: placeOf(node.position?.start),
          fix: "write the text itself, or \\{ for a brace",
        });
        return;
      case "html":
      case "yaml":
      case "definition":
        return;
      case "text":
      case "inlineCode":
      case "code":
        readText(node, marked);
        return;
      case "image":
      case "imageReference":
        readFigures(node.alt ?? "", moveBy(placeOf(node.position?.start), "!["), marked);
        return;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        readElement(node, marked);
        return;
      case "paragraph":
      case "heading":
      case "tableCell":
        readBlock(node, marked);
        return;
      default:
        if ("children" in node) visitChildren(node, marked);
    }
  }

  function visitChildren(parent: Parent, marked: string | null): void {
    for (const child of parent.children) visit(child, marked);
  }

  function readBlock(node: Parent, marked: string | null): void {
    const outer = block;
    block = { text: "", pending: [] };
    visitChildren(node, marked);
    for (const finish of block.pending) marks.push(finish(block.text));
    block = outer;
  }

  function readText(
    node: { value: string; position?: Nodes["position"] },
    marked: string | null,
  ): void {
    block.text += node.value;
    const { start: from, end } = node.position ?? {};
    if (marked !== null || from?.offset === undefined || end?.offset === undefined) return;
    readFigures(source.slice(from.offset, end.offset), placeOf(from), marked);
  }

  function readFigures(text: string, at: Place, marked: string | null): void {
    if (marked !== null) return;
    for (const figure of findUnmarkedFigures(text)) {
      problems.push({
        kind: "unmarked-figure",
        message: `"${figure.text}" is neither a claim, nor quoted, nor exempt`,
        at: moveBy(at, text.slice(0, figure.start)),
        fix: `tie it to the data with <Claim of="…">${figure.text}</Claim>, or mark it <Quoted source="…"> or <Exempt reason="…">`,
      });
    }
  }

  function readElement(node: JsxElement, marked: string | null): void {
    const { component, problems: found } = readComponent(node, placeOf);
    problems.push(...found);
    const at = placeOf(node.position?.start);
    const isMark = node.name === "Claim" || node.name === "Quoted" || node.name === "Exempt";
    if (isMark && marked !== null) {
      problems.push({
        kind: "nested-mark",
        message: `<${node.name}> stands inside <${marked}>`,
        at,
        fix: "close the outer mark first; a mark holds only its own words",
      });
      visitChildren(node, marked);
      return;
    }
    if (component?.name === "Chart") charts.push({ id: component.attributes["id"] ?? "", at });
    const from = block.text.length;
    visitChildren(node, isMark ? node.name : marked);
    if (component === null || !isMark) return;
    const text = block.text.slice(from);
    const { mark, problem } = toMark(component, text, at);
    if (problem) problems.push(problem);
    if (mark) {
      const to = block.text.length;
      const finish = (whole: string): Mark =>
        mark.type === "claim" ? { ...mark, sentence: sentenceAround(whole, from, to) } : mark;
      block.pending.push(finish);
    }
  }

  visit(tree, null);
  return { marks: marks.sort(byPlace), charts, problems };
}

function byPlace({ at: left }: Mark, { at: right }: Mark): number {
  return left.line - right.line || left.column - right.column;
}

/** The place after `passed` characters of a text that starts at `at`. */
function moveBy(at: Place, passed: string): Place {
  const lines = passed.split("\n");
  const last = lines.at(-1) ?? "";
  return lines.length === 1
    ? { ...at, column: at.column + passed.length }
    : { ...at, line: at.line + lines.length - 1, column: last.length + 1 };
}

function toMark(component: Component, text: string, at: Place): { mark?: Mark; problem?: Problem } {
  const { attributes, places } = component;
  const refuse = (message: string, fix: string): { problem: Problem } => ({
    problem: { kind: "mark", message, at, fix },
  });
  if (text.trim() === "") {
    return refuse(
      `<${component.name}> holds no words`,
      "put the words it stands for between its tags",
    );
  }
  if (component.name === "Quoted") {
    const source = attributes["source"] ?? "";
    if (source === "")
      return refuse(
        "a quoted figure names no source",
        'add source="…", an id of the frontmatter\'s sources',
      );
    return { mark: { type: "quoted", source, text, at } };
  }
  if (component.name === "Exempt") {
    const reason = attributes["reason"] ?? "";
    if (reason.trim().length < 8)
      return refuse("an exempt figure gives no reason", 'add reason="…" in a few words');
    return { mark: { type: "exempt", reason, text, at } };
  }
  const { of, holds, asOf, source, id } = attributes;
  const expression = of ?? holds;
  if (expression === undefined || (of !== undefined && holds !== undefined)) {
    return refuse(
      'a claim needs exactly one of of="…" and holds="…"',
      'of="…" for a figure, holds="…" for words that are true or not',
    );
  }
  if (asOf !== undefined && !isVintageDate(asOf)) {
    return refuse(`asOf="${asOf}" is not a day`, "write the date of a vintage, such as 2026-06-18");
  }
  if (id !== undefined && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(id)) {
    return refuse(
      `id="${id}" cannot stand in an address`,
      "use lower-case letters, digits and dashes",
    );
  }
  const form = of === undefined ? "statement" : "figure";
  const expressionAt = places[of === undefined ? "holds" : "of"] ?? at;
  const sentence = { before: "", claim: text, after: "" };
  return {
    mark: {
      type: "claim",
      form,
      expression,
      asOf: asOf ?? null,
      source: source ?? null,
      givenId: id ?? null,
      text,
      sentence,
      at,
      expressionAt,
    },
  };
}
