import type { Correction } from "#lib/site/corrections";

/** What was wrong, struck out, what is right, and how it came about: in words too, as a line through a text is not heard. */
export function CorrectionTerms({ correction }: { correction: Omit<Correction, "article"> }) {
  const { wrong, right, why } = correction;
  return (
    <dl className="correction-terms">
      <dt>Was</dt>
      <dd>
        <del>{wrong}</del>
      </dd>
      <dt>Is</dt>
      <dd>
        <ins>{right}</ins>
      </dd>
      <dt>Why</dt>
      <dd>{why}</dd>
    </dl>
  );
}
