import type { GlossaryTerm } from "./glossary.ts";
import type { Site } from "./site.ts";

/** A term as the page of the glossary shows it. */
export interface GlossaryEntry extends Omit<GlossaryTerm, "see"> {
  readonly see: readonly { readonly id: string; readonly name: string }[];
  /** The articles that open it, newest first. */
  readonly articles: readonly { readonly slug: string; readonly headline: string }[];
}

/** The glossary by name, each term with those it points to and the articles that open it. */
export function siteGlossary(site: Pick<Site, "outlines" | "shared">): GlossaryEntry[] {
  const glossary = site.shared.glossary();
  const names = new Map(glossary.map(({ id, name }) => [id, name]));
  return glossary.map((term) => ({
    ...term,
    see: term.see.map((id) => ({ id, name: names.get(id) ?? id })),
    articles: site
      .outlines()
      .flatMap(({ slug, headline, terms }) =>
        terms.includes(term.id) ? [{ slug, headline }] : [],
      ),
  }));
}
