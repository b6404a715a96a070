import type { Heading, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkLintHeadingIncrement from "remark-lint-heading-increment";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import type { PlacedFinding } from "./placed-finding.ts";

const processor = unified().use(remarkLintHeadingIncrement).freeze();

/** Headings that skip a rank, as remark-lint finds them, and sections of one name, whose addresses readers would mix up. */
export function findHeadings(tree: Root, inFile: string): PlacedFinding[] {
  const file = new VFile();
  processor.runSync(tree, file);
  const skipping = new Set(file.messages.map(({ line }) => line));
  const names = new Set<string>();
  const found: PlacedFinding[] = [];
  visit(tree, "heading", (heading) => {
    const { line = 1, column = 1 } = heading.position?.start ?? {};
    const words = toString(heading);
    const wrong = (message: string, fix: string): void =>
      void found.push({
        rule: "style-heading",
        words,
        message,
        fix,
        at: { file: inFile, line, column },
      });
    if (skipping.has(line)) {
      wrong(
        `the heading "${words}" has rank ${heading.depth} and skips one`,
        `begin it with ${"#".repeat(heading.depth - 1)}, or put a heading of that rank before it`,
      );
    }
    const name = nameOf(heading);
    if (names.has(name)) {
      wrong(`two headings say "${words}"`, "tell them apart: each is an address of its own");
    }
    names.add(name);
  });
  return found;
}

function nameOf(heading: Heading): string {
  return toString(heading).trim().toLowerCase();
}
