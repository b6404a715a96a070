/** What kinds of problems have in common, the first that fits. */
const help: readonly (readonly [kinds: RegExp, text: string])[] = [
  [
    /contradicted/,
    "The data do not bear the words out at the vintage that the claim, the sentence or the article names. Write what the data say, or correct the expression.",
  ],
  [
    /^unmarked-/,
    'Every figure and every comparing word of an article is a claim, quoted, or exempt with a reason. Put it into <Claim of="…">, <Quoted source="…"> or <Exempt reason="…" because="…">.',
  ],
  [
    /^id-changed$/,
    "Feed readers know an article by its id, and show all of it again under another. claims.lock keeps the one that it was published under: write that one again. Where the folder is a copy of another article's, delete the claims.lock that came with it.",
  ],
  [
    /^(?:lock-missing|mark-(?:lost|changed|new))$/,
    "The marks of an article are recorded in claims.lock beside it, so that losing one shows. Put the mark back, or run npx tickmark lock and have its diff reviewed.",
  ],
  [
    /^style-/,
    'The house\'s style. Write it as proposed, or waive it with a reason in the frontmatter: style: [{ rule: …, words: "…", reason: "…" }].',
  ],
  [
    /^(?:wrong-noun|unnamed-series|unnamed-)/,
    "The words around a claim say whose figures they are, which securities and what is measured, and must fit the series that the expression reads. content/nouns.yml has the words.",
  ],
  [
    /vintage|as-of/,
    "Figures are held against a vintage that is named and held: the date of a release in the store.",
  ],
  [
    /^(?:time-to-come|bad-yaml|wrong-shape|frontmatter|bad-slug|no-article|article-id|unknown-topic|no-content|no-file)$/,
    "What stands between the --- lines of an article, and the files of charts, topics and the glossary, have fixed fields. CONTRIBUTING.md lists them.",
  ],
  [
    /^(?:mdx|esm|unknown-component|unknown-attribute|missing-attribute|empty-attribute|attribute-twice|not-a-string|component-place|too-deep|too-long)/,
    "An article is Markdown with a closed set of components, whose attributes are texts in straight quotes. It holds no JavaScript.",
  ],
  [
    /^(?:unknown-source|quoted|wrong-quoted|speaker)/,
    "A quoted figure names a source of the frontmatter, whose `figures:` list it as printed.",
  ],
  [
    /^(?:unknown-key|unknown-word|unit-mismatch|type-mismatch|frequency-mismatch|missing-observation|incomplete-|bad-|unexpected-|stock-over-time|outside-series|wrong-arguments)/,
    "The expression of a claim cannot be read or computed. npx tickmark eval tries it; its language is in lib/expressions/README.md.",
  ],
];

/** What to know of a kind of problem, whatever the place. */
export function helpFor(kind: string): string {
  return (
    help.find(([kinds]) => kinds.test(kind))?.[1] ??
    "The message says what was expected and what was found, and the fix what to do. CONTRIBUTING.md says how articles and charts are written."
  );
}
