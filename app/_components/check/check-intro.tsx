import Link from "next/link";

/** What the page does, in two lines. */
export function CheckIntro({ hasSample }: { hasSample: boolean }) {
  return (
    <header className="check-head">
      <p className="kicker">Check a text</p>
      <h1>Are these figures right?</h1>
      <p className="check-dek">
        Paste any text on the Treasury’s TIC data. Each figure comes back with what the published
        data say of it, the cells behind it, and when that changed.
      </p>
      {hasSample ? (
        <p className="check-sample">
          <Link href="/check?sample=holders" prefetch={false}>
            Try it with a text of ours
          </Link>
          , in which one figure is right, one was, one never was, and one is of something else.
        </p>
      ) : null}
    </header>
  );
}
