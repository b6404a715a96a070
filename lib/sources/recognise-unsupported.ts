import { mfhTitle } from "./mfh/mfhhis01.ts";
import { titleIn } from "./title-in.ts";

/** A file that is known and not read. */
export interface UnsupportedFile {
  /** What it is, in words that follow "found". */
  readonly what: string;
  readonly fix: string;
  /** Index of the line that says so. */
  readonly at: number;
}

/** A head is at most so long; what is below is figures. */
const headLines = 20;

const tables =
  "give slt_table1.txt, slt_table2.txt or slt_table3.txt, which replaced it and begin with 2020";

/** Titles of the Treasury's other files of the TIC system, by how a line of the head starts. */
const titles: readonly (readonly [title: RegExp, what: string, fix: string])[] = [
  [
    /^Table 4: /i,
    "Table 4 (slt_table4.txt: gross purchases and sales)",
    "give Tables 1 and 2, which have the net of them",
  ],
  [
    /^Total Liabilities to Foreigners|^Liabilities to Foreign|^(?:Total )?Claims on Foreign/i,
    "a table of banking liabilities or claims (lb_, bl, bc)",
    "none of the files that Tickmark reads has banking data",
  ],
  [
    /^Net Purchases of .* by Major Foreign Sector/i,
    "a table of net purchases by sector of Form S (tressect.txt and its siblings)",
    "give s1_globl.txt, which has gross purchases and sales of the same form",
  ],
  [
    /^Net Foreign Purchases of|^Net Purchases of (?:U\.S\. |Foreign )?Long-Term/i,
    "a table of net purchases by country of before 2023 (snetus, snetfor)",
    "give s1_globl.txt, which has gross purchases and sales of the same form",
  ],
  [
    /^TIC monthly reports on Cross-Border Portfolio Financial Flows/i,
    "the history of the press releases' table (npr_history)",
    "it has one vintage only; give the collection of all press releases (lines.csv)",
  ],
];

/**
 * Known files that Tickmark does not read, and pages and data that are no file of the Treasury's: null for all others, those
 * that it reads among them. Goes by what stands in the head, never by a name.
 */
export function recogniseUnsupported(lines: readonly string[]): UnsupportedFile | null {
  const head = lines.slice(0, headLines);
  const first = head.findIndex((line) => line.trim() !== "");
  const start = (lines[first] ?? "").trim();
  return (
    noTable(start, first) ??
    beforeSlt(head) ??
    head.reduce<UnsupportedFile | null>((found, line, at) => {
      if (found) return found;
      const title = titles.find(([pattern]) => pattern.test(titleIn(line)));
      return title ? { what: title[1], fix: title[2], at } : null;
    }, null)
  );
}

function noTable(start: string, at: number): UnsupportedFile | null {
  if (/^<(?:!doctype html|html|head|body|!--)/i.test(start)) {
    const fix =
      "the address gave a web page, perhaps an error or a redirect; fetch the file itself again";
    return { what: "an HTML page", fix, at };
  }
  if (/^<\?xml/i.test(start)) return { what: "an XML document", fix: "give the text file", at };
  if (/^[{[]\s*(?:["{[\]}\d]|$)/.test(start)) {
    const fix = "give the Treasury's own text file, and not what another service made of it";
    return { what: "JSON", fix, at };
  }
  return null;
}

/** The forms of before 2023: tables with a letter, Major Foreign Holders and Form S for one country. */
function beforeSlt(head: readonly string[]): UnsupportedFile | null {
  const form = formOf(head);
  for (const [at, line] of head.entries()) {
    const title = titleIn(line);
    const letter = /^Table (\d{1,2}[A-Z])\b/i.exec(title)?.[1]?.toUpperCase();
    if (letter !== undefined && !(letter === "3D" && form === "comma-separated")) {
      const fix = letter === "3D" ? "give slt3d_globl.csv, which has the same figures" : tables;
      return { what: `the ${form} table ${letter} of before 2023`, fix, at };
    }
    if (title === mfhTitle && form !== "tab-delimited") {
      const fix = "give mfhhis01.txt, tab-delimited, which has the same months";
      return { what: `Major Foreign Holders (mfh) as a ${form} file`, fix, at };
    }
    if (
      /^U\.S\. Transactions with Foreigners in Long-term/i.test(title) &&
      form !== "tab-delimited"
    ) {
      const fix = "give s1_globl.txt, tab-delimited, which has every country";
      return { what: `Form S as a ${form} file (s1_)`, fix, at };
    }
  }
  return null;
}

function formOf(head: readonly string[]): string {
  if (head.some((one) => one.includes("\t"))) return "tab-delimited";
  const commas = head.some((one) => one.startsWith('"') || one.split(",").length > 5);
  return commas ? "comma-separated" : "fixed-width";
}
