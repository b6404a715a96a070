import type { Receipt } from "#lib/site/receipt";

/** What each part of a claim says and what it comes to, a line for each: a reader sees which figure bears out which words. */
export function ReceiptParts({ parts }: Pick<Receipt, "parts">) {
  return (
    <ul className="conditions">
      {parts.map(({ said, words, computed, interval }) => (
        <li key={words}>
          “{said}”: {words}
          <span className="condition-values">
            {computed}
            {interval === null ? null : `; it stands for ${interval}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
