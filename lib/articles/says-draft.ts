import { cutFrontmatter } from "./cut-frontmatter.ts";

/** What YAML takes for the field, alone on its line. */
const line = /^draft:[ \t]+(?:true|True|TRUE)[ \t]*(?:#.*)?\r?$/m;

/** Whether an article that cannot be read says all the same that it is a draft: half written, it must stop nobody else. */
export function saysDraft(source: string): boolean {
  return line.test(source.slice(0, cutFrontmatter(source, "").end));
}
