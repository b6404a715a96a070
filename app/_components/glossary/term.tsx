import type { ReactNode } from "react";
import { termPath, type GlossaryTerm } from "#lib/site/glossary";

/** A word that the glossary explains: with JavaScript it opens where it stands (`TermNotes`), else it leads there. */
export function Term({ term: { id }, children }: { term: GlossaryTerm; children: ReactNode }) {
  return (
    <a className="term" href={termPath(id)} data-term={termNoteId(id)}>
      {children}
    </a>
  );
}

/** The id of what opens. */
export function termNoteId(id: string): string {
  return `term-${id}`;
}
