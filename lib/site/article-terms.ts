import type { Article } from "#lib/articles/article";
import { formatProblem } from "#lib/series/problem";
import { termsOf } from "./check-terms.ts";
import { contentFolder } from "./content.ts";
import { loadGlossary, type GlossaryTerm } from "./glossary.ts";

/** The terms that an article opens, in its order. Throws for what the gate has refused. */
export async function articleTerms(article: Article): Promise<GlossaryTerm[]> {
  const glossary = await loadGlossary(contentFolder);
  if (!glossary.ok) throw new Error(glossary.problems.map(formatProblem).join("\n"));
  return termsOf(article).map((id) => {
    const term = glossary.value.find((one) => one.id === id);
    if (term === undefined) throw new Error(`${article.file} opens "${id}", which is no term`);
    return term;
  });
}
