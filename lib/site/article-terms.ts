import type { Article } from "#lib/articles/article";
import { termsOf } from "./check-terms.ts";
import type { GlossaryTerm } from "./glossary.ts";

/** The terms that an article opens, in its order. Throws for what the gate has refused. */
export function articleTerms(article: Article, glossary: readonly GlossaryTerm[]): GlossaryTerm[] {
  return termsOf(article).map((id) => {
    const term = glossary.find((one) => one.id === id);
    if (term === undefined) throw new Error(`${article.file} opens "${id}", which is no term`);
    return term;
  });
}
