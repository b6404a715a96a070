import Link from "next/link";
import { formatDay } from "#lib/series/format";
import type { VintagePage } from "#lib/site/release-vintage";

/** Asks for a comparison with another vintage; a plain form, so that it works without scripts. */
export function CompareForm({ page }: { page: VintagePage }) {
  const { release, vintage, earlier, from, older } = page;
  if (earlier.length < 2) return null;
  const path = `/releases/${release.slug}/${vintage.date}`;
  return (
    <form className="compare" action={`${path}/since`} method="get">
      <label htmlFor="from">Compare with the vintage of</label>
      <select id="from" name="from" defaultValue={from ?? ""}>
        {earlier.map((date) => (
          <option key={date} value={date}>
            {formatDay(date)}
          </option>
        ))}
      </select>
      <button type="submit">Compare</button>
      {from === older ? null : (
        <Link href={path} prefetch={false}>
          Back to the vintage before
        </Link>
      )}
    </form>
  );
}
