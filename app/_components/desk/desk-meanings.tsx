import { outcomes, outcomeWords } from "#lib/desk/desk-outcome";

/** What each outcome means, exactly, and what the desk does not do. */
export function DeskMeanings() {
  return (
    <section aria-labelledby="meanings" className="desk-meanings">
      <h2 id="meanings">How a sentence is judged</h2>
      <p className="side-note">
        Each claim of each article, chart headlines included, is computed as of both vintages, and
        its words are held against both values. A claim that names its own vintage is about that one
        and stays the same. From a vintage that did not have the figures yet, a claim is read at the
        first later one that did.
      </p>
      <dl className="facts desk-facts">
        {outcomes.map((outcome) => (
          <div key={outcome}>
            <dt>{outcomeWords[outcome].name}</dt>
            <dd>{outcomeWords[outcome].meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="side-note">
        Nothing is rewritten by itself. An editor reads the article again and signs it at the new
        vintage, with a correction for each sentence that had to change, or leaves it as written and
        says why. The article says which.
      </p>
    </section>
  );
}
