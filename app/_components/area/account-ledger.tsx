import Link from "next/link";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { AccountLine, AreaAccount } from "#lib/site/area-account";
import { Ledger, type LedgerColumn, type LedgerRow } from "../ledger/ledger.tsx";

interface AccountLedgerProps {
  readonly account: AreaAccount;
  /** Who holds what: "U.S. long-term securities held by residents of Japan". */
  readonly title: string;
  readonly name: string;
}

/** What is not published has a name of its own: it is neither nought nor an empty place. */
const notAvailable = "n.a.";

/** Holdings a year ago, what was bought, what prices did, what neither explains, and holdings now. */
export function AccountLedger({ account, title, name }: AccountLedgerProps) {
  const { lines, opening, closing, unit, vintage, release } = account;
  const columns: readonly LedgerColumn[] = [
    { title: "Class" },
    { title: `Held, ${formatPeriod(opening)}`, kind: "place" },
    { title: "Net purchases", kind: "figure" },
    { title: "Valuation", kind: "figure" },
    { title: "Other", kind: "place" },
    { title: `Held, ${formatPeriod(closing)}`, kind: "figure" },
  ];
  const incomplete = lines.some((line) => [line.opening, line.net, line.closing].includes(null));
  return (
    <>
      <Ledger
        label={title}
        className="ledger-stack account"
        caption={{
          title,
          source: `Twelve months to ${formatPeriod(closing)}, ${unit}s of dollars`,
        }}
        columns={columns}
        rows={lines.map(rowOf)}
      />
      <p className="ledger-rest">
        <Link href={`/releases/${release}/${vintage}`} prefetch={false}>
          {name}, vintage of {formatDay(vintage)}
        </Link>
        . Net purchases and valuation are sums of twelve months. “Other” is what they leave of the
        change in holdings; it is shown, and never forced to zero.
        {lines.every(({ valued }) => valued)
          ? ""
          : " Where no valuation is published, other holds it."}
        {release === "slt3"
          ? " Nobody reports purchases of bills: the file derives them from the change in holdings."
          : ""}
        {incomplete
          ? ` ${notAvailable}: the figure, or a month of the sum, is withheld or was not collected.`
          : ""}
      </p>
    </>
  );
}

function rowOf(line: AccountLine): LedgerRow {
  const { securities, label, opening, net, valuation, other, closing, valued, keys } = line;
  return {
    key: securities,
    name: label,
    className: securities === "total" ? "account-total" : undefined,
    cells: [
      opening ?? notAvailable,
      linked(net ?? notAvailable, keys.net),
      valued ? linked(valuation ?? notAvailable, keys.valuation) : "—",
      other ?? notAvailable,
      linked(closing ?? notAvailable, keys.holdings),
    ],
  };
}

function linked(text: string, key: string | null) {
  return key === null ? (
    text
  ) : (
    <Link href={`/data/${key}`} prefetch={false}>
      {text}
    </Link>
  );
}
