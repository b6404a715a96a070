import type { Place } from "#lib/series/problem";

/** What the parser cannot read, as an editor understands it. */
export interface MdxTrouble {
  readonly message: string;
  readonly fix: string;
  readonly at: Place;
}

/** What a word processor makes of a straight quote. */
const curly = "“”„‟″‘’‚‛′";

/** An attribute's value that begins with a straight quote and seems to end with a curly one. */
const mixed = new RegExp(`(?<name>[A-Za-z]+)="[^"=<>\\n]*(?<quote>[${curly}])(?=[\\s/>])`, "gu");

/** The form of each reason of micromark's MDX syntax and of mdast-util-mdx-jsx, the versions that package-lock.json names. */
const forms = {
  unquoted: /^Unexpected character `(?<found>.+?)` .*before attribute value/u,
  unended: /attribute value, expected a corresponding closing quote/u,
  inTag:
    /^Unexpected character `(?<found>.+?)` .*(?:in attribute name|after (?:attribute )?name|after attribute value)/u,
  endInTag: /^Unexpected end of file (?!before name)/u,
  unclosed:
    /^Expected a closing tag for `<(?<name>[^`>]*)>` \((?<line>\d+):(?<column>\d+)-\d+:\d+\)/u,
  unopened:
    /^Unexpected closing (?:slash `\/` in tag|tag `<\/[^`]*>`), expected an open tag first/u,
  other:
    /^Unexpected closing tag `(?<found>[^`]*)`, expected corresponding closing tag for `<(?<name>[^`>]*)>`/u,
  comment: /^Unexpected character `!` .*before name/u,
  noName: /^Unexpected (?:character `(?<found>[^`]*)` .*|end of file )before name/u,
  brace: /expected a corresponding closing brace/u,
} as const;

/**
 * The reason of MDX's parser in plain words, and what to write. `source` is the text that it was given, whose first line is
 * `firstLine` of the file; `at` is where it stopped, which may be long after the mistake. Other reasons come as they are.
 */
export function plainReason(
  reason: string,
  source: string,
  firstLine: number,
  at: Place,
): MdxTrouble {
  const quote = findMixed(source, firstLine, at);
  const isInTag = [forms.unended, forms.inTag].some((form) => form.test(reason));
  if (isInTag && quote !== null) {
    const { name, found } = quote;
    return {
      message: `${name}="…" begins with a straight quote and ends with a curly one, ${found}`,
      fix: `write straight quotes round it: ${name}="…"`,
      at: quote.at,
    };
  }
  const unquoted = groupsOf(forms.unquoted, reason);
  if (unquoted) {
    const found = unquoted["found"] ?? "";
    const message = curly.includes(found)
      ? `the value of an attribute stands in curly quotes, ${found}`
      : "the value of an attribute stands without quotes";
    return { message, fix: 'write straight quotes round it, as in of="…"', at };
  }
  if (forms.unended.test(reason)) {
    return { message: "the value of an attribute does not end", fix: 'end it with "', at };
  }
  const open = forms.endInTag.test(reason) ? findOpenTag(source, firstLine, at) : null;
  if (open !== null) {
    const { name } = open;
    const end =
      name === "Chart" ? '/>, as in <Chart id="…" />' : `>, and its words with </${name}>`;
    return { message: `the tag <${name} is not closed`, fix: `end it with ${end}`, at: open.at };
  }
  if (forms.inTag.test(reason)) {
    const found = groupsOf(forms.inTag, reason)?.["found"] ?? "";
    const message = `${quoted(found)} stands within a tag, where it means nothing`;
    return { message, fix: 'write a tag as <Name attribute="…">', at };
  }
  const unclosed = groupsOf(forms.unclosed, reason);
  if (unclosed) {
    const { name = "", line, column } = unclosed;
    return {
      message: `the tag <${name}> is not closed where it was opened`,
      fix:
        name === "Chart"
          ? 'write it with a slash at its end: <Chart id="…" />'
          : `close it with </${name}>: in the same paragraph, or on a line of its own when it was opened on one`,
      at: { ...at, line: Number(line), column: Number(column) },
    };
  }
  if (forms.unopened.test(reason)) {
    const message = "a tag is closed here that was not opened";
    return { message, fix: "take it away, or open it before its words", at };
  }
  const other = groupsOf(forms.other, reason);
  if (other) {
    const message = `${other["found"] ?? ""} stands where <${other["name"] ?? ""}> should be closed`;
    return { message, fix: `write </${other["name"] ?? ""}>`, at };
  }
  if (forms.comment.test(reason)) {
    const message = "an HTML comment, <!-- … -->, cannot be read";
    return { message, fix: "write it as {/* … */}", at };
  }
  if (forms.noName.test(reason)) {
    const message = 'a "<" begins a tag, and no name follows';
    return { message, fix: 'write "less than", or \\< for the sign itself', at };
  }
  if (forms.brace.test(reason)) {
    return { message: 'a "{" is not closed', fix: "write \\{ for the sign itself", at };
  }
  return {
    message: reason,
    fix: "close the tag, or write \\< or \\{ for the character itself",
    at,
  };
}

/** The first value before `at` that ends with a curly quote. */
function findMixed(source: string, firstLine: number, at: Place) {
  for (const { index, 0: text, groups = {} } of source.matchAll(mixed)) {
    const before = source.slice(0, index + text.length - 1).split("\n");
    const line = firstLine + before.length - 1;
    const column = (before.at(-1)?.length ?? 0) + 1;
    if (line > at.line || (line === at.line && column > at.column)) return null;
    return {
      name: groups["name"] ?? "",
      found: groups["quote"] ?? "",
      at: { ...at, line, column },
    };
  }
  return null;
}

/** The last tag that is begun in a text and has no bracket at its end. */
function findOpenTag(source: string, firstLine: number, at: Place) {
  const found = /<(?<name>[A-Za-z]\w*)[^<>]*$/u.exec(source);
  if (found === null) return null;
  const before = source.slice(0, found.index).split("\n");
  const place = { line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  return { name: found.groups?.["name"] ?? "", at: { ...at, ...place } };
}

function quoted(character: string): string {
  return character === '"' ? "a quote" : `"${character}"`;
}

function groupsOf(form: RegExp, text: string): Record<string, string> | null {
  return form.exec(text)?.groups ?? null;
}
