import Link from "next/link";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { AccountLine, AreaAccount } from "#lib/site/area-account";

interface AccountLedgerProps {
  readonly account: AreaAccount;
  /** Who holds what: "U.S. long-term securities held by residents of Japan". */
  readonly title: string;
  readonly name: string;
}

/** Names of the columns of figures. */
type AccountColumns = Readonly<
  Record<"opening" | "net" | "valuation" | "other" | "closing", string>
>;

/** What is not published has a name of its own: it is neither nought nor an empty place. */
const notAvailable = "n.a.";

/** Holdings a year ago, what was bought, what prices did, what neither explains, and holdings now. */
export function AccountLedger({ account, title, name }: AccountLedgerProps) {
  const { lines, opening, closing, unit, vintage, release } = account;
  const columns: AccountColumns = {
    opening: `Held, ${formatPeriod(opening)}`,
    net: "Net purchases",
    valuation: "Valuation",
    other: "Other",
    closing: `Held, ${formatPeriod(closing)}`,
  };
  const incomplete = lines.some((line) => [line.opening, line.net, line.closing].includes(null));
  return (
    <>
      <div className="ledger-scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="ledger ledger-stack account" role="table">
          <caption>
            <span className="ledger-title">{title}</span>
            <span className="ledger-source">
              Twelve months to {formatPeriod(closing)}, {unit}s of dollars
            </span>
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Class
              </th>
              <th scope="col" role="columnheader" className="figure">
                {columns.opening}
              </th>
              <th scope="col" role="columnheader" className="figure">
                {columns.net}
              </th>
              <th scope="col" role="columnheader" className="figure">
                {columns.valuation}
              </th>
              <th scope="col" role="columnheader" className="figure">
                {columns.other}
              </th>
              <th scope="col" role="columnheader" className="figure">
                {columns.closing}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {lines.map((line) => (
              <AccountRow key={line.securities} line={line} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
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

function AccountRow({ line, columns }: { line: AccountLine; columns: AccountColumns }) {
  const { label, opening, net, valuation, other, closing, valued, keys } = line;
  return (
    <tr role="row" className={line.securities === "total" ? "account-total" : undefined}>
      <th scope="row" role="rowheader">
        {label}
      </th>
      <td role="cell" data-column={columns.opening} className="figure place">
        {opening ?? notAvailable}
      </td>
      <td role="cell" data-column={columns.net} className="figure">
        {linked(net ?? notAvailable, keys.net)}
      </td>
      <td role="cell" data-column={columns.valuation} className="figure">
        {valued ? linked(valuation ?? notAvailable, keys.valuation) : "—"}
      </td>
      <td role="cell" data-column={columns.other} className="figure place">
        {other ?? notAvailable}
      </td>
      <td role="cell" data-column={columns.closing} className="figure">
        {linked(closing ?? notAvailable, keys.holdings)}
      </td>
    </tr>
  );
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
