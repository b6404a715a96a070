import type { Receipt } from "#lib/site/receipt";

type Condition = Receipt["conditions"][number];

/** What a statement compares, a line for each comparison, with the values: a reader sees for himself that it is true. */
export function ReceiptConditions({ conditions }: Pick<Receipt, "conditions">) {
  return (
    <ul className="conditions">
      {conditions.map((condition, index) => (
        <li key={`${condition.left.expression} ${condition.right.expression}`}>
          {index === 0 ? null : "and "}
          {inWords(condition)}
          <span className="condition-values">{inValues(condition)}</span>
        </li>
      ))}
    </ul>
  );
}

function inWords({ left, relation, right }: Condition): string {
  return `${left.words ?? left.value} ${relation} ${right.words ?? right.value}`;
}

function inValues({ left, relation, right }: Condition): string {
  return `${left.value} ${relation} ${right.value}`;
}
