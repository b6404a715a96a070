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
      <p>
        You can also <Link href="/search">search everything</Link>, or look through the{" "}
        <Link href="/data">series</Link>, the <Link href="/areas">areas</Link> and the{" "}
        <Link href="/releases">releases</Link>.
      </p>
    </div>
  );
}
