import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArticle } from "#lib/articles/article";
import { writeLock } from "#lib/articles/claims-lock";
import { Decimal } from "#lib/series/decimal";
import { formatAmount, formatPeriod } from "#lib/series/format";
import { isPeriod, shiftPeriod, type Period } from "#lib/series/period";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";

/** A place as prose names it and as keys do. */
export interface NamedArea {
  readonly slug: string;
  readonly name: string;
}

const months: readonly Period[] = [2024, 2025].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`).filter(
    isPeriod,
  ),
);

/** How many articles to make, which of them to spoil, and the vintage they are about. */
export interface MadeArticles {
  readonly count: number;
  readonly wrongEvery: number;
  readonly asOf: VintageDate;
  /** Of four claims each. */
  readonly paragraphs: number;
}

/**
 * Writes articles with figures of the store, each with its lock, below `folder`; gives how many are wrong.
 * Every `wrongEvery`th has one figure that is half as large again. The same articles in each run.
 */
export async function writeArticles(
  folder: string,
  reader: SeriesReader,
  areas: readonly NamedArea[],
  { count, wrongEvery, asOf, paragraphs }: MadeArticles,
): Promise<number> {
  const texts = await paragraphTexts(reader, areas, asOf);
  let wrong = 0;
  for (let number = 0; number < count; number += 1) {
    const chosen = Array.from(
      { length: paragraphs },
      (_, place) => texts[(number * 7 + place * 31) % texts.length] ?? "",
    );
    const isWrong = (number + 1) % wrongEvery === 0;
    if (isWrong) wrong += 1;
    const body = chosen.join("\n\n");
    await writeArticle(folder, number, isWrong ? spoil(body) : body, asOf);
  }
  return wrong;
}

async function writeArticle(
  folder: string,
  number: number,
  body: string,
  asOf: VintageDate,
): Promise<void> {
  const slug = `made-${String(number).padStart(4, "0")}`;
  const file = path.join(folder, "articles", slug, "index.mdx");
  const text = `---
id: ${slug}
byline: Bench
topic: Capital
published: 2026-06-18
updated: 2026-06-18
asOf: ${asOf}
---

# Foreign investment in U.S. securities, place by place

<Dek>Holdings and net purchases of long-term U.S. securities, with their figures.</Dek>

${body}
`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  const { article, problems } = parseArticle(text, { slug, file }, new Map());
  if (article === null)
    throw new Error(`${file}: ${problems.map(({ message }) => message).join()}`);
  await writeLock(article);
}

/** The first figure of a text made half as large again. */
function spoil(text: string): string {
  return text.replace(/\$(\d+)/, (_, digits: string) => `$${Math.ceil(Number(digits) * 1.5) + 1}`);
}

/** One for each area and month of which all figures are held. */
async function paragraphTexts(
  reader: SeriesReader,
  areas: readonly NamedArea[],
  asOf: VintageDate,
): Promise<string[]> {
  const texts: string[] = [];
  for (const area of areas) {
    const figures = await figuresOf(reader, area, asOf);
    for (const month of months) {
      const text = figures === null ? null : paragraph(area, month, figures);
      if (text !== null) texts.push(text);
    }
  }
  if (texts.length === 0) throw new Error("The store holds no figures to write about");
  return texts;
}

/** Dollars by series and period. */
interface Figures {
  readonly holdings: ReadonlyMap<string, Decimal>;
  readonly net: ReadonlyMap<string, Decimal>;
  readonly bonds: ReadonlyMap<string, Decimal>;
}

async function figuresOf(
  reader: SeriesReader,
  { slug }: NamedArea,
  asOf: VintageDate,
): Promise<Figures | null> {
  const read = async (key: string) => {
    const series = await reader.describe(key);
    if (series === null) return null;
    const cells = (await reader.read([key], asOf)).get(key) ?? [];
    const unit = Decimal.pow(10, series.multiplier);
    return new Map(
      cells.flatMap(({ period, value }) =>
        value === null ? [] : [[period, new Decimal(value).mul(unit)] as const],
      ),
    );
  };
  const [holdings, net, bonds] = [
    await read(`slt1.total.holdings.${slug}`),
    await read(`slt1.total.net.${slug}`),
    await read(`slt1.treasuries.net.${slug}`),
  ];
  return holdings && net && bonds ? { holdings, net, bonds } : null;
}

function paragraph({ slug, name }: NamedArea, month: Period, figures: Figures): string | null {
  const year = month.slice(0, 4);
  const level = figures.holdings.get(month);
  const before = figures.holdings.get(shiftPeriod(month, -1));
  const [net, bonds] = [sumOf(figures.net, year), sumOf(figures.bonds, year)];
  if (!level || !before || !net || !bonds) return null;
  const change = level.sub(before);
  if ([level, change, net, bonds].some((amount) => amount.abs().lt(1e6))) return null;
  const side = (amount: Decimal, up: string, down: string) => (amount.isNegative() ? down : up);
  return [
    `At the end of ${formatPeriod(month)}, ${name}’s holdings of long-term U.S. securities came to`,
    `<Claim of="at(slt1.total.holdings.${slug}, ${month})">${print(level)}</Claim>.`,
    `In that month its holdings of long-term U.S. securities`,
    `<Claim of="change(slt1.total.holdings.${slug}, ${month})">${side(change, "rose", "fell")} by ${print(change)}</Claim>.`,
    `In ${year}, residents of ${name}`,
    `<Claim of="sum(slt1.total.net.${slug}, ${year})">${side(net, "bought", "sold")} a net ${print(net)}</Claim> of long-term U.S. securities.`,
    `In Treasury bonds and notes, ${name} recorded`,
    `<Claim of="sum(slt1.treasuries.net.${slug}, ${year})">net ${side(bonds, "purchases", "sales")} of ${print(bonds)}</Claim> in ${year}.`,
  ].join(" ");
}

function sumOf(figures: ReadonlyMap<string, Decimal>, year: string): Decimal | null {
  const found = months
    .filter((month) => month.startsWith(year))
    .flatMap((month) => figures.get(month) ?? []);
  return found.length === 12 ? Decimal.sum(...found) : null;
}

function print(amount: Decimal): string {
  const size = amount.abs();
  if (size.gte(1e12)) return formatAmount(size, "USD", { decimals: 2, power: 12 });
  if (size.gte(1e9)) return formatAmount(size, "USD", { decimals: 1, power: 9 });
  return formatAmount(size, "USD", { decimals: 0, power: 6 });
}
