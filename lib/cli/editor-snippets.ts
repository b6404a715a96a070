import { componentRules, ruleOf, type ComponentName } from "#lib/articles/component-rules";

/** A snippet as VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
}

const names: readonly ComponentName[] = [
  "Claim",
  "Quoted",
  "Exempt",
  "Chart",
  "Show",
  "Term",
  "Note",
  "Dek",
];

const element =
  /<(?<name>[A-Z]\w*)(?<attributes>(?: \w+="[^"]*")*)(?:>(?<words>[^]*?)<\/\k<name>>| \/>)/;

/** What an example does without, and an editor needs more often than not. */
const also: Partial<Readonly<Record<ComponentName, string>>> = { Exempt: "because" };

/** A snippet for each component, made of its example and its rule, and one for the frontmatter of an article. */
export function editorSnippets(): Readonly<Record<string, Snippet>> {
  const components = names.map((name): [string, Snippet] => [
    name,
    {
      prefix: name.toLowerCase(),
      scope: "mdx,markdown",
      description: componentRules[name].says,
      body: componentBody(name).split("\n"),
    },
  ]);
  const frontmatter: Snippet = {
    prefix: "frontmatter",
    scope: "mdx,markdown",
    description:
      "What stands between the --- lines of an article; npx tickmark new writes it for you.",
    body: frontmatterBody,
  };
  return { ...Object.fromEntries(components), Frontmatter: frontmatter };
}

const today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE";

const frontmatterBody = [
  "---",
  `id: \${1:tm-${today}-a}`,
  "byline: ${2:Tickmark data desk}",
  "topic: ${3:Cross-border capital}",
  `published: ${today}`,
  `updated: ${today}`,
  "asOf: ${4:2026-06-18}",
  "draft: true",
  "---",
  "",
  "# ${5:What is found}",
  "",
  "<Dek>",
  "  ${6:The same in one or two sentences.}",
  "</Dek>",
  "",
  "$0",
];

/** The element of the example, each of its values and its words to be typed over in turn. */
function componentBody(name: ComponentName): string {
  const rule = ruleOf(name);
  const { attributes = "", words } = element.exec(rule.example)?.groups ?? {};
  let stop = 0;
  const next = () => (stop += 1);
  const more = also[name];
  const shown = [...attributes.matchAll(/ (\w+)="([^"]*)"/g)].map(([, ...one]) => one);
  const written = [...shown, ...(more === undefined ? [] : [[more, ""]])].map(
    ([attribute = "", value = ""]) => {
      const values = rule.attributes[attribute]?.values ?? null;
      const field = values === null ? `\${${next()}:${escape(value)}}` : choiceOf(next(), values);
      return ` ${attribute}="${field}"`;
    },
  );
  const open = `<${name}${written.join("")}`;
  return words === undefined
    ? `${open} />$0`
    : `${open}>${words.replace(/\S[^]*\S|\S/, (text) => `\${${next()}:${escape(text)}}`)}</${name}>$0`;
}

function choiceOf(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
}

/** What would end a field, or begin another. */
function escape(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
