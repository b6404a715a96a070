import Link from "next/link";
import { formatDay } from "#lib/series/format";
import type { ShortReceipt as Short } from "#lib/site/check-text-receipt";

/** What is told of a figure where a text has too many of them to tell all of each. */
export function ShortReceipt({ receipt }: { receipt: Short }) {
  const { expression, computed, asOf, key } = receipt;
  return (
    <p className="check-short">
      <code>{expression}</code>
      {` = ${computed}, as of ${formatDay(asOf)}. `}
      {key === null ? null : (
        <Link href={`/data/${key}`} prefetch={false}>
          The series
        </Link>
      )}
    </p>
  );
}
