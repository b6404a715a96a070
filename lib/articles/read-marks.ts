import type { Nodes, Parent, Root, Table } from "mdast";
import type {} from "mdast-util-mdx";
import { toString } from "mdast-util-to-string";
import type { Place, Problem } from "#lib/series/problem";
import { checkAddress } from "./addresses.ts";
import { readComponent, type JsxElement } from "./components.ts";
import type { Block, Mark } from "./mark.ts";
import { toMark } from "./mark-attributes.ts";
import { createHeadingTrail } from "./heading-trail.ts";
import { insteadOfPicture } from "./html-names.ts";
import { findMisplaced, findStrangeContent, isMark, type Surroundings } from "./mark-place.ts";
import { createTextBlock } from "./text-block.ts";
import { reportUnmarked } from "./unmarked.ts";

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

/** What a picture says, or a link when it is pointed at. */
export interface Aside {
  readonly text: string;
  readonly at: Place;
}

/** All that a text ties to data or leaves untied. */
export interface MarksFound {
  readonly marks: readonly Mark[];
  readonly charts: readonly ChartReference[];
  readonly asides: readonly Aside[];
  readonly problems: readonly Problem[];
}

/** Reads the claims, quoted and exempt figures and charts of a text, and reports every figure that is none of these. */
export function readMarks({ tree, source, start }: MarkedText): MarksFound {
  const marks: Mark[] = [];
  const charts: ChartReference[] = [];
  const asides: Aside[] = [];
  const problems: Problem[] = [];
  const headings = createHeadingTrail();
  let block = createTextBlock(start, { headings: [], previous: "", leads: [] });

  const placeOf = (point: { line: number; column: number } | undefined): Place => {
    const { line, column } = point ?? { line: 1, column: 1 };
    return {
      file: start.file,
      line: start.line + line - 1,
      column: line === 1 ? start.column + column - 1 : column,
    };
  };

  function visit(node: Nodes, around: Surroundings): void {
    const at = placeOf(node.position?.start);
    const strange = findStrangeContent(node, around, at);
    if (strange) {
      problems.push(strange);
      return;
    }
    switch (node.type) {
      case "mdxjsEsm":
        problems.push({
          kind: "esm",
          message: "an article holds no import or export",
          at,
          fix: "delete the line; articles are data, and components are given to them",
        });
        return;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        problems.push({
          kind: "esm",
          message: `an article holds no JavaScript: {${node.value.slice(0, 40)}}`,
          at,
          fix: "write the text itself, or \\{ for a brace",
        });
        return;
      case "html":
      case "yaml":
        return;
      case "break":
        block.addText("\n", "\n", at);
        return;
      case "text":
      case "inlineCode":
        block.addText(node.value, rawOf(node), at);
        return;
      case "code":
        readBlock(at, () => {
          block.addText(node.value, rawOf(node), at);
        });
        return;
      case "definition":
        readAside([node.title], at);
        problems.push(...checkAddress(node.url, at));
        return;
      case "image":
        readAside([node.alt], { ...at, column: at.column + 2 });
        readAside([node.title], at);
        problems.push(noPicture(at));
        return;
      case "imageReference":
        readAside([node.alt], { ...at, column: at.column + 2 });
        problems.push(noPicture(at));
        return;
      case "link":
        readAside([node.title], at);
        problems.push(...checkAddress(node.url, at));
        visitChildren(node, { ...around, link: true });
        return;
      case "linkReference":
        visitChildren(node, { ...around, link: true });
        return;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        readElement(node, around);
        return;
      case "heading":
        readBlock(at, () => {
          visitChildren(node, around);
        });
        headings.enter(node.depth, toString(node));
        return;
      case "paragraph":
        readBlock(at, () => {
          visitChildren(node, around);
        });
        return;
      case "list":
        headings.readItems(
          node.children.map((item) => () => {
            visit(item, around);
          }),
        );
        return;
      case "table":
        readTable(node, around);
        return;
      default:
        if ("children" in node) visitChildren(node, around);
    }
  }

  function visitChildren(parent: Parent, around: Surroundings): void {
    for (const child of parent.children) visit(child, around);
  }

  function readBlock(at: Place, readInside: () => void): Block {
    const outer = block;
    block = createTextBlock(at, headings.around());
    readInside();
    const found = block.finish();
    headings.leave(
      found.block,
      found.marks.filter((mark) => mark.type === "claim"),
    );
    for (const mark of found.marks) marks.push(mark);
    for (const problem of found.problems) problems.push(problem);
    block = outer;
    return found.block;
  }

  /** The heads of a cell are the first of its row and the first of its column. */
  function readTable({ children: rows }: Table, around: Surroundings): void {
    let columnHeads: readonly Block[] = [];
    for (const [row, { children: cells }] of rows.entries()) {
      const read: Block[] = [];
      for (const [column, cell] of cells.entries()) {
        const heads = [read[0], columnHeads[column]].filter((head) => head !== undefined);
        headings.readCell(row === 0 ? [] : heads, () => {
          read.push(readBlock(placeOf(cell.position?.start), () => visitChildren(cell, around)));
        });
      }
      if (row === 0) columnHeads = read;
    }
  }

  function rawOf({ position }: Nodes): string {
    return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  }

  /** Words that show apart from the text: what a picture says, what a link says when pointed at. */
  function readAside(texts: readonly (string | null | undefined)[], at: Place): void {
    for (const text of texts.map((each) => each ?? "").filter((each) => each !== "")) {
      asides.push({ text, at });
      const found = reportUnmarked(text, (offset) => ({
        ...at,
        column: at.column + offset,
      }));
      for (const problem of found) problems.push(problem);
    }
  }

  function readElement(node: JsxElement, around: Surroundings): void {
    const { component, problems: found } = readComponent(node, placeOf);
    for (const problem of found) problems.push(problem);
    const at = placeOf(node.position?.start);
    if (component?.name === "Chart") charts.push({ id: component.attributes["id"] ?? "", at });
    if (!isMark(node)) {
      // A term is a link to the glossary, a guided link one to a chart: they hold no other.
      visitChildren(
        node,
        component?.name === "Term" || component?.name === "Show"
          ? { ...around, link: true }
          : around,
      );
      return;
    }
    const misplaced = findMisplaced(node, around, at);
    if (misplaced) problems.push(misplaced);
    const from = block.length();
    if (misplaced?.kind === "mark-flow") return;
    visitChildren(node, { ...around, mark: around.mark ?? node.name });
    if (around.mark !== null) return;
    block.coverFrom(from);
    if (component === null || misplaced) return;
    const { mark, problem } = toMark(component, block.textFrom(from), at);
    if (problem) problems.push(problem);
    if (mark) block.addMark(mark, from);
  }

  readBlock(start, () => {
    visit(tree, { mark: null, link: false });
  });
  return { marks: marks.sort(byPlace), charts, asides, problems };
}

function noPicture(at: Place): Problem {
  const message = "an article shows no pictures, and this one would not be seen";
  return { kind: "picture", message, at, fix: insteadOfPicture };
}

function byPlace({ at: left }: Mark, { at: right }: Mark): number {
  return left.line - right.line || left.column - right.column;
}
