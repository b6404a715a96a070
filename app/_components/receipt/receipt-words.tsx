import { splitConditions } from "./split-conditions.ts";

/** What was computed, in words: a line for each condition, where a statement has several. */
export function ReceiptWords({ words }: { words: string }) {
  const conditions = splitConditions(words);
  if (conditions.length === 1) return words;
  return (
    <ul className="conditions">
      {conditions.map((condition, index) => (
        <li key={condition}>{index === 0 ? condition : `and ${condition}`}</li>
      ))}
    </ul>
  );
}
