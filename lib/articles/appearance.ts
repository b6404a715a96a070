import { readYaml } from "#lib/series/yaml-text";
import { cutFrontmatter } from "./cut-frontmatter.ts";
import { readPublished } from "./publication-time.ts";

/** What YAML takes for the field, alone on its line. */
const draftLine = /^draft:[ \t]+(?:true|True|TRUE)[ \t]*(?:#.*)?\r?$/m;

/** Whether an article says that it is a draft, also when its frontmatter cannot be read: half written, it must stop nobody else. */
export function saysDraft(source: string): boolean {
  return isDraftHead(readHead(source));
}

/**
 * From when on readers see an article, by its text alone: an instant in UTC (`2026-11-30T14:00:00.000Z`); null for a draft. Empty
 * when the text does not say it: nobody sees such an article, and the gate, which refuses it, must be asked.
 */
export function appearanceOf(source: string): string | null {
  const read = readHead(source);
  if (isDraftHead(read)) return null;
  const published = read.fields?.get("published");
  const time = typeof published === "string" ? readPublished(published) : null;
  return time?.ok ? time.appears : "";
}

interface Head {
  readonly fields: ReadonlyMap<string, unknown> | null;
  readonly head: string;
}

function isDraftHead({ fields, head }: Head): boolean {
  return fields === null ? draftLine.test(head) : fields.get("draft") === true;
}

/** The fields of the frontmatter, null when they cannot be read; and its text. */
function readHead(source: string): Head {
  const { yaml, end } = cutFrontmatter(source, "");
  const read = yaml === null ? null : readYaml(yaml, "");
  const value = read?.ok ? read.value.value : null;
  const isMapping = typeof value === "object" && value !== null;
  return {
    fields: isMapping ? new Map<string, unknown>(Object.entries(value)) : null,
    head: source.slice(0, end),
  };
}
