import { termPath, type GlossaryTerm } from "#lib/site/glossary";
import "../../_styles/term.css";
import { termNoteId } from "./term.tsx";
import { TermOpener } from "./term-opener.client.tsx";

/**
 * What the terms of an article mean, in its order: each opens by its word and is hidden until then. On paper they stand
 * below the text, by the letters that their words have there.
 */
export function TermNotes({ terms }: { terms: readonly GlossaryTerm[] }) {
  if (terms.length === 0) return null;
  return (
    <div className="term-notes">
      {terms.map(({ id, name, definition }) => (
        <div
          key={id}
          id={termNoteId(id)}
          className="term-note"
          popover="auto"
          role="dialog"
          aria-labelledby={`${termNoteId(id)}-name`}
          tabIndex={-1}
        >
          <p className="term-note-name" id={`${termNoteId(id)}-name`}>
            {name}
          </p>
          <p>{definition}</p>
          <p className="term-note-ways">
            <a href={termPath(id)}>In the glossary</a>
            <button type="button" popoverTarget={termNoteId(id)} popoverTargetAction="hide">
              Close
            </button>
          </p>
        </div>
      ))}
      <TermOpener />
    </div>
  );
}
