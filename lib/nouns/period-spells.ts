import { monthPeriod, type Period } from "#lib/series/period";

/** Spells that words name without the calendar: "the pandemic", "under Biden". */
const spells: readonly (readonly [string, Period, Period])[] = [
  ["[Dd]uring the pandemic|[Ii]n the pandemic", monthPeriod(2020, 3), monthPeriod(2023, 5)],
  [
    "(?:[Dd]uring|[Ii]n) the (?:global )?financial crisis",
    monthPeriod(2007, 8),
    monthPeriod(2009, 12),
  ],
  ["[Uu]nder (?:President |Mr\\. )?(?:Joe )?Biden", monthPeriod(2021, 1), monthPeriod(2024, 12)],
  ["[Uu]nder (?:President |Mr\\. )?(?:Barack )?Obama", monthPeriod(2009, 1), monthPeriod(2016, 12)],
];

export const spellShape = String.raw`\b(?<spell>${spells.map(([shape]) => shape).join("|")})\b`;

/** The months of a spell; null for no known one. */
export function spellIn(words: string): { readonly from: Period; readonly to: Period } | null {
  const found = spells.find(([shape]) => new RegExp(`^(?:${shape})$`, "u").test(words));
  return found ? { from: found[1], to: found[2] } : null;
}

const firstMonths: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
};

const ofYear = String.raw`(?: of)? (?<year>(?:19|20)\d\d)(?!\d)`;
/** "Fall" is a season only beside a year or where nothing says what fell. */
export const seasonShape = [
  String.raw`(?<!\b(?:[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil|of) )\b(?:the (?<season>spring|summer|autumn|winter|fall)|(?<!\bthe )(?<short>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter))${ofYear}`,
  String.raw`\b[Ll]ast (?<last>spring|summer|autumn|winter|fall)\b`,
  String.raw`\b[Ii]n the (?<bare>(?:spring|summer|autumn|winter)\b(?! of\b)|fall(?=[,.;)]))`,
].join("|");

/** The first month of a season. */
export function seasonStart(groups: Readonly<Record<string, string | undefined>>): number {
  const name = groups["season"] ?? groups["short"] ?? groups["last"] ?? groups["bare"] ?? "";
  return firstMonths[name.toLowerCase()] ?? 12;
}

/** Shorter than any figure is of: "overnight", "in a single day", "week after week". */
export const shortShape = [
  String.raw`\b[Oo]vernight(?=[,.;:)]| in\b)`,
  String.raw`\b(?:[Ii]n|[Oo]ver|[Ww]ithin) (?:just |only )?(?:a|one) (?:single )?(?:hour|day|night|weekend|week|fortnight)\b(?! of\b)`,
  String.raw`\b[Ii]n the (?:week|days?|hours?) of\b`,
  String.raw`\b(?<often>[Dd]ay|[Ww]eek) (?:after (?:day|week)|in, (?:day|week) out)\b`,
].join("|");
