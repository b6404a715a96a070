import { monthNames } from "#lib/series/format";
import type { Wording } from "./wording.ts";

const month = `(?<month>${monthNames.join("|")})`;
const day = String.raw`(?<day>0?[1-9]|[12]\d|3[01])`;
const year = String.raw`(?<year>(?:19|20)\d\d)`;
const start = String.raw`(?<![\p{L}\p{N}.,/$-])`;
const end = String.raw`(?![\p{L}\p{N}/-])`;

type Groups = Readonly<Record<string, string | undefined>>;

/** "June 18", and the year behind it where there is one. */
function written({ month: name = "", day: number = "", year: of }: Groups): string {
  return `${name} ${Number(number)}${of === undefined ? "" : `, ${of}`}`;
}

/** The name of a month by its number as text; null for none. */
function nameOf(number: string | undefined): string | null {
  return monthNames[Number(number) - 1] ?? null;
}

/** Dates as the house writes them: "June 18", "June 18, 2026", "December 2025". */
export const dateWordings: readonly Wording[] = [
  {
    rule: "style-date",
    pattern: /(?<![\p{L}\p{N}])(?<short>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?= \d)/gu,
    says: "shortens a month",
    write: ({ short = "" }) => monthNames.find((name) => name.startsWith(short)) ?? null,
    inTables: true,
  },
  {
    rule: "style-date",
    pattern: new RegExp(`${start}${month} ${day}(?:st|nd|rd|th)(?:,? ${year})?${end}`, "gu"),
    says: "has an ending behind the day",
    write: written,
  },
  {
    rule: "style-date",
    pattern: new RegExp(
      `${start}${day}(?:st|nd|rd|th) (?:of )?${month}(?:,? ${year})?${end}`,
      "gu",
    ),
    says: "has the day before the month",
    write: written,
  },
  {
    rule: "style-date",
    pattern: new RegExp(
      `(?:${start}${day} ${month},? ${year}|(?<=\\b(?:[Bb]y|[Ff]rom|of|[Oo]n|[Ss]ince|to|[Uu]ntil) )${day.replace("day", "day2")} ${month.replace("month", "month2")})${end}`,
      "gu",
    ),
    says: "has the day before the month",
    write: (groups) =>
      written({
        month: groups["month"] ?? groups["month2"],
        day: groups["day"] ?? groups["day2"],
        year: groups["year"],
      }),
  },
  {
    rule: "style-date",
    pattern: new RegExp(`${start}${month} ${day} ${year}${end}`, "gu"),
    says: "has no comma before the year",
    write: written,
  },
  {
    rule: "style-date",
    pattern: new RegExp(`${start}${month}(?:,| of) ${year}${end}`, "gu"),
    says: "has something between the month and the year",
    write: ({ month: name, year: of }) => `${name ?? ""} ${of ?? ""}`,
  },
  {
    rule: "style-date",
    pattern: new RegExp(`${start}${year}-(?<number>0[1-9]|1[0-2])-${day}${end}`, "gu"),
    says: "is a date for machines",
    write: ({ number, ...rest }) => written({ ...rest, month: nameOf(number) ?? "" }),
    inTables: true,
  },
  {
    // "2011-12" may be two years; "2025-12" is a month, since nobody counts back.
    rule: "style-date",
    pattern: new RegExp(`${start}${year}-(?<number>0[1-9]|1[0-2])${end}`, "gu"),
    says: "is a month for machines",
    write: ({ year: of = "", number = "" }) =>
      Number(number) > Number(of.slice(2)) ? null : `${nameOf(number) ?? ""} ${of}`,
    inTables: true,
  },
  {
    rule: "style-date",
    pattern: new RegExp(`${start}(?<number>0?[1-9]|1[0-2])/${year}${end}`, "gu"),
    says: "is a month in digits",
    write: ({ year: of = "", number = "" }) => `${nameOf(number) ?? ""} ${of}`,
    inTables: true,
  },
  {
    // Half of the world reads 6/7 as July 6; nobody but the editor can tell.
    rule: "style-date",
    pattern: new RegExp(String.raw`${start}\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d{2})${end}`, "gu"),
    says: "is a date in digits, which readers take for different days",
    write: () => "June 18, 2026",
    inTables: true,
  },
];
