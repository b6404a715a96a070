/** What to write in the place of an HTML element, or of a name that another site's editor would know. By lower-case name. */
const instead: Readonly<Record<string, string>> = {
  a: "write the link as [words](address)",
  aside: "write <Note>…</Note>",
  b: "write **words**",
  blockquote: 'begin each of its lines with ">"',
  br: "begin a new paragraph: leave a blank line",
  callout: "write <Note>…</Note>",
  code: "put the words between backticks: `words`",
  div: "take the tag away: a blank line begins a paragraph",
  em: "write *words*",
  footnote: "write [^name] in the text, and [^name]: with the words on a line below",
  h1: 'begin the headline\'s line with "# "',
  h2: 'begin the heading\'s line with "## "',
  h3: 'begin the heading\'s line with "### "',
  hr: "write --- on a line of its own",
  i: "write *words*",
  lede: "write <Dek>…</Dek>",
  li: 'begin the line with "- "',
  ol: 'begin its lines with "1. "',
  p: "take the tag away: a blank line begins a paragraph",
  pre: "put the lines between two lines of ```",
  span: "take the tag away",
  standfirst: "write <Dek>…</Dek>",
  strong: "write **words**",
  sub: "write the words without it",
  sup: "write [^name] for a footnote, and otherwise the words without it",
  table: "write the table in Markdown, with | between its cells",
  ul: 'begin its lines with "- "',
};

/** What would show something that the site does not: a picture, a film, another page. */
const shown = new Set(
  "audio,embed,figure,iframe,image,img,object,picture,svg,tweet,video,youtube".split(","),
);

/** What to write instead of an element that is no component; null where nobody can tell. */
export function insteadOf(name: string): string | null {
  const known = name.toLowerCase();
  if (shown.has(known)) return insteadOfPicture;
  return Object.hasOwn(instead, known) ? (instead[known] ?? null) : null;
}

/** What to do where an article would show a picture. */
export const insteadOfPicture =
  'draw figures as a chart of content/charts and show it with <Chart id="…" />; for anything else link to the page that has it: [words](https://…)';
