/** The first and last month of a period, counted from the year 0: of 2025-12, 2025-Q4 and 2025. */
export function months(period) {
  const [year, part] = period.split("-");
  const start = Number(year) * 12;
  if (part === undefined) return { first: start, last: start + 11 };
  const first = start + (part.startsWith("Q") ? 3 * (Number(part[1]) - 1) : Number(part) - 1);
  return { first, last: part.startsWith("Q") ? first + 2 : first };
}

export function isWithin(one, other) {
  return one.first >= other.first && one.last <= other.last;
}

/** "2008-01 to 2008-12", of months counted from the year 0. */
export function showMonths({ first, last }) {
  const name = (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  return first === last ? name(first) : `${name(first)} to ${name(last)}`;
}
