import { formatProblem } from "#lib/series/problem";
import { contentFolder } from "./content.ts";
import { loadGlossary, type GlossaryTerm } from "./glossary.ts";
import type { Site } from "./site.ts";

/** A term as the page of the glossary shows it. */
export interface GlossaryEntry extends Omit<GlossaryTerm, "see"> {
  readonly see: readonly { readonly id: string; readonly name: string }[];
  /** The articles that open it, newest first. */
  readonly articles: readonly { readonly slug: string; readonly headline: string }[];
}

/** The glossary by name, each term with those it points to and the articles that open it. */
export async function siteGlossary(
  site: Pick<Site, "articles" | "article">,
): Promise<GlossaryEntry[]> {
  const glossary = await loadGlossary(contentFolder);
  if (!glossary.ok) throw new Error(glossary.problems.map(formatProblem).join("\n"));
  const names = new Map(glossary.value.map(({ id, name }) => [id, name]));
  const pages = await Promise.all(site.articles().map(({ slug }) => site.article(slug)));
  return glossary.value.map((term) => ({
    ...term,
    see: term.see.map((id) => ({ id, name: names.get(id) ?? id })),
    articles: pages.flatMap((page) =>
      page?.terms.some(({ id }) => id === term.id) === true
        ? [{ slug: page.slug, headline: page.headline }]
        : [],
    ),
  }));
}
