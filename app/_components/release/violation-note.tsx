import Link from "next/link";
import { formatDay } from "#lib/series/format";
import type { ViolationWords } from "#lib/site/release-violation";

/** One violation in words: what should hold, what is printed, what the other figures come to. */
export function ViolationNote({ violation }: { violation: ViolationWords }) {
  const { key, title, period, found, terms, expected, difference, tolerance, unit } = violation;
  const { identity, line, column, acknowledged, against } = violation;
  return (
    <>
      <p className="violation-rule">
        {upperFirst(identity)}
        {acknowledged ? <span className="place"> (known, and let pass)</span> : null}
      </p>
      <p>
        <Link href={`/data/${key}`} prefetch={false}>
          {title}
        </Link>
        , {period}: the file prints <strong className="nowrap">{found}</strong>. The other side
        comes to{" "}
        <strong>
          {terms === null ? "" : `${terms} = `}
          {expected}
        </strong>
        {against === null ? null : (
          <>
            {" "}
            in{" "}
            <Link href={`/releases/${against.release}/${against.date}`} prefetch={false}>
              the vintage of {formatDay(against.date)} of {against.release}
            </Link>
          </>
        )}
        . The difference is {difference};{" "}
        {tolerance === "0"
          ? "the sum is exact, so rounding explains none of it."
          : `rounding explains at most ${tolerance}.`}
      </p>
      <p className="label">
        {unit}; line {line}, column {column} of the file
      </p>
    </>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
