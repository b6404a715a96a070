import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Not in the ledger" };

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <div className="notice">
      <p className="kicker">404</p>
      <h1>There is no such page in the ledger.</h1>
      <p>
        Articles and receipts keep their addresses, so the link that brought you here is likely
        mistyped. The <Link href="/">front page</Link> has the newest article.
      </p>
    </div>
  );
}
