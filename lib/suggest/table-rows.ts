import type { TextSpan } from "#lib/claims/text-span";
import type { Period } from "#lib/series/period";
import {
  areHeads,
  columnsOf,
  headOf,
  joinHeads,
  type Head,
  type TableColumn,
} from "./table-heads.ts";
import { tableItems, type TableItem } from "./table-items.ts";
import type { TextPart } from "./text-part.ts";

/** A figure of a row, as printed. */
export interface TableCell extends TextSpan {
  readonly text: string;
  readonly amount: number;
  readonly decimals: number;
}

/** A row of bare figures, with what the table says of it. */
export interface TableRow {
  readonly label: string;
  /** The number in front of the label, as the Treasury numbers its lines. */
  readonly line: number | null;
  /** What stands above the heads. */
  readonly caption: string;
  readonly cells: readonly TableCell[];
  /** As many as cells; null where no heads say of when they are. */
  readonly columns: readonly TableColumn[] | null;
  /** The power of ten that the figures are in; null where nothing says so. */
  readonly power: number | null;
  /** From the label to the last figure. */
  readonly span: TextSpan;
}

const unit =
  /\b(?<name>trillion|billion|million|thousand)s of (?:U\.?S\.? |current )?dollars|\bin (?<one>trillion|billion|million|thousand) (?:U\.?S\.? )?dollars|(?:\bdollars,?|\bUSD,?|\$,?) \(?in (?<many>trillion|billion|million|thousand)s|(?:\bUSD|US\$|\$) ?\(?(?<short>trillions?|billions?|millions?|thousands?|bn|mn)\b/giu;
const powers: Readonly<Record<string, number>> = { t: 12, b: 9, m: 6 };

/** The last words before a row are its label, and the last before the heads their caption. */
const longestLabel = 30;
const longestCaption = 60;
/** No table of ours has more columns at once. */
const mostColumns = 60;

type Word = Extract<TableItem, { type: "word" }>;

/** The rows of all tables of a text. `until`: the last month that it can be about. */
export function tableRows(parts: readonly TextPart[], until: Period | null): TableRow[] {
  const units = parts.flatMap(({ text, start }) =>
    [...text.matchAll(unit)].map((match) => ({
      at: start + match.index,
      power: powerOf(unitIn(match.groups ?? {})),
    })),
  );
  const rows: TableRow[] = [];
  let words: Word[] = [];
  let run: Exclude<TableItem, Word>[] = [];
  let heads: { list: readonly Head[]; columns: TableColumn[] | null; caption: string } | null =
    null;
  let line: number | null = null;

  function closeRun(): void {
    const [first] = run;
    const closed = run;
    run = [];
    if (first === undefined) return;
    const list = closed.flatMap((one) => headOf(one) ?? []);
    const isJoined = heads !== null && joinHeads(heads.list, list) !== null;
    if (list.length === closed.length && list.length > 1 && (isJoined || areHeads(list))) {
      const all = (heads === null ? null : joinHeads(heads.list, list)) ?? list;
      const own = textOf(words.slice(-longestCaption));
      const caption = isJoined ? `${heads?.caption ?? ""} ${own}` : own;
      const columns = columnsOf(
        all,
        /\b(?:12|twelve)?[ -]?months? (?:through|ended|to)\b/iu.test(caption),
        until,
      );
      heads = { list: all, columns, caption };
      [words, line] = [[], null];
      return;
    }
    const cells = closed.flatMap((one) => (one.type === "number" ? [one] : []));
    const count = heads?.list.length ?? cells.length;
    const isRow =
      words.length > 0 && cells.length === closed.length && cells.length >= count && count > 1;
    if (!isRow || count > mostColumns) {
      const [only] = cells;
      const isLine =
        closed.length === 1 &&
        only !== undefined &&
        only.amount > 0 &&
        only.amount < 100 &&
        only.decimals === 0;
      // A figure in the middle of words is no number of a line, and parts no label either.
      [words, line] = [[], isLine ? only.amount : null];
      return;
    }
    const label = words.slice(-longestLabel);
    const power = units.findLast(({ at }) => at < first.start)?.power ?? null;
    rows.push({
      ...{ label: textOf(label), line, power, caption: heads?.caption ?? "" },
      cells: cells.slice(0, count),
      columns: heads?.columns ?? null,
      span: { start: label[0]?.start ?? first.start, end: cells[count - 1]?.end ?? first.end },
    });
    const next = cells.length === count + 1 ? cells[count] : undefined;
    [words, line] = [[], next !== undefined && next.decimals === 0 ? next.amount : null];
  }

  for (const item of tableItems(parts)) {
    if (item.type === "word") {
      closeRun();
      words.push(item);
      continue;
    }
    if (run.length > 2 * mostColumns) closeRun();
    const isMonth = run.some(({ type }) => type === "month");
    if (item.type === "end" || (isMonth && headOf(item) === null)) closeRun();
    if (item.type === "month" && run.some((one) => headOf(one) === null)) closeRun();
    if (item.type !== "end") run.push(item);
  }
  closeRun();
  return rows;
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(" ");
}

function unitIn({ name, one, many, short }: Record<string, string | undefined>): string {
  return name ?? one ?? many ?? short ?? "";
}

function powerOf(name: string): number {
  const first = name.slice(0, 1).toLowerCase();
  return name.toLowerCase().startsWith("th") ? 3 : (powers[first] ?? 0);
}
