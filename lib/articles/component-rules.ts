import { transformations } from "#lib/charts/transformation";
import { exemptions } from "./exempt-figures.ts";

/** What an attribute of a component is for, in one line, and what it takes. */
export interface AttributeRule {
  readonly says: string;
  readonly required: boolean;
  /** The values there are; null where the content decides (ids of charts, terms, sources) or the text is free. */
  readonly values: readonly string[] | null;
  /** A value that could stand there. */
  readonly example: string;
}

/** A component that an article may use. */
export interface ComponentRule {
  readonly says: string;
  /** Whether it stands within a sentence, round paragraphs, or on a line of its own without words. */
  readonly place: "sentence" | "paragraphs" | "line";
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** MDX to copy: a sentence that passes the gate, shown live on the page of components. */
  readonly example: string;
}

function free(says: string, example: string): AttributeRule {
  return { says, required: false, values: null, example };
}

function needed(says: string, example: string): AttributeRule {
  return { ...free(says, example), required: true };
}

/**
 * The components of articles: a closed set, since an article is data and not a program. The check, the page of components and the
 * snippets of editors are made from this.
 */
export const componentRules = {
  Claim: {
    says: "Words that the data must bear out: a figure, or a word that compares.",
    place: "sentence",
    attributes: {
      of: free(
        "The expression that gives the value; two with a semicolon between them for two things. One of the two, this or holds, is needed.",
        "at(mfh.holdings.japan, 2025-12)",
      ),
      holds: free(
        "A comparison that is true or not, for words that are read no other way.",
        "count(negative, slt1.total.net.china-mainland, 2025) > 6",
      ),
      asOf: free("An older vintage that the words are about.", "2026-02-18"),
      source: free(
        "Who gave a figure in the expression that the data do not hold.",
        "wire-2026-02",
      ),
      id: free(
        "A name for its address, where it should outlive a change of the expression.",
        "total",
      ),
    },
    example:
      'At the end of December 2025 Japan held <Claim of="at(mfh.holdings.japan, 2025-12)">$1.19 trillion</Claim> of Treasuries.',
  },
  Quoted: {
    says: "A figure that somebody else gave, as they printed it.",
    place: "sentence",
    attributes: {
      source: needed(
        "The id of a source in the frontmatter, whose figures list what it printed.",
        "treasury-2026-01",
      ),
    },
    example:
      'In January 2026 the Treasury put private purchases of agencies in the twelve months to November 2025 at <Quoted source="treasury-2026-01">$115.2 billion</Quoted>.',
  },
  Exempt: {
    says: "Words that look like data and are none, with the reason.",
    place: "sentence",
    attributes: {
      reason: needed("Why no data can check them, in a few words.", "The name of a table"),
      because: {
        says: "What kind of words they are, where they hold a figure or compare.",
        required: false,
        values: exemptions,
        example: "definition",
      },
    },
    example:
      'Holdings by country are in the Treasury’s <Exempt reason="The name of a table">Table 5</Exempt>.',
  },
  Chart: {
    says: "A chart of content/charts, with its headline, its table and its source.",
    place: "line",
    attributes: { id: needed("The name of its file, without .yml.", "three-holders") },
    example: '<Chart id="three-holders" />',
  },
  Show: {
    says: "Words that move a chart of the same article to what they speak of.",
    place: "sentence",
    attributes: {
      chart: needed("The id of the chart.", "three-holders"),
      from: free("The first month to light up.", "2025-02"),
      to: free("The last month to light up.", "2025-03"),
      range: free("A range that the chart offers, as its button names it.", "5 years"),
      transformation: {
        says: "What is drawn of the figures, of what the chart offers.",
        required: false,
        values: transformations,
        example: "level",
      },
      highlight: free("The key of a series to light up.", "mfh.holdings.japan"),
    },
    example:
      'See <Show chart="three-holders" from="2025-02" to="2025-03">March 2025</Show> in the chart.',
  },
  Term: {
    says: "A word of the glossary, explained where it stands; the first time only.",
    place: "sentence",
    attributes: { id: needed("The id of the term in content/glossary.yml.", "custody-center") },
    example: 'Belgium is a <Term id="custody-center">custody center</Term>.',
  },
  Note: {
    says: "An aside in small print, on lines of its own.",
    place: "paragraphs",
    attributes: {},
    example: "<Note>\n  Holdings are at market prices.\n</Note>",
  },
  Dek: {
    says: "The lines under the headline; every article has one.",
    place: "paragraphs",
    attributes: {},
    example: "<Dek>\n  What was found, in one or two sentences.\n</Dek>",
  },
} as const satisfies Readonly<Record<string, ComponentRule>>;

export type ComponentName = keyof typeof componentRules;

/** The rule of a component by its name. */
export function ruleOf(name: ComponentName): ComponentRule {
  return componentRules[name];
}
