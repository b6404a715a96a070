// The value of a claim as it is told to people: "−$26.836 billion", "1.98610492…", "45.83313785… percent".
import { absolute, add, compare, fraction, multiply, subtract } from "./numbers.mjs";
import { figureOf, patterns } from "./numerals.mjs";

const told = new RegExp(
  `^([-−])?(\\$)?(${patterns.digits})(?:…)?(?: (${patterns.scale}))?( percent)?$`,
);

/** What is wrong between `computed` and the values of the parts, or null. A period is told in words, and not read. */
export function toldTrouble({ computed, parts }) {
  const texts = computed.split("; ");
  const wrong = parts.some(
    ({ value }, at) => value.type === "quantity" && !isTold(texts[at], value),
  );
  return wrong
    ? `"computed" is ${computed}, the values are ${parts.map(amountOf).join("; ")}`
    : null;
}

function amountOf({ value }) {
  return value.amount ?? value.period ?? String(value.truth);
}

function isTold(text, { amount, unit }) {
  const [found, sign, dollar, digits, scale, percent] = told.exec(text ?? "") ?? [];
  if (found === undefined || (unit === "USD") !== (dollar !== undefined)) return false;
  if ((unit === "percent") !== (percent !== undefined)) return false;
  const { size, half } = figureOf(sign, digits, scale, unit);
  const own = multiply(size, fraction(sign === undefined ? "1" : "-1"));
  // Digits that do not end are cut, so they are short by up to a step of the last.
  return compare(absolute(subtract(fraction(amount), own)), add(half, half)) < 0;
}
