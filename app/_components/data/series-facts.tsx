import Link from "next/link";
import { formatPeriod } from "#lib/series/format";
import type { DataPage } from "#lib/site/data-page";
import { frequencyInWords, kindInWords, unitInWords } from "#lib/site/data-words";

/** What a series is: its kind and sign in words, unit, area, place in the source, breaks and notes. */
export function SeriesFacts({ page }: { page: DataPage }) {
  const { series, area, breaks, span } = page;
  const { source, fredId } = series;
  return (
    <section aria-labelledby="what-it-is">
      <h2 id="what-it-is">What it is</h2>
      <dl className="data-facts">
        <dt>Kind</dt>
        <dd>{kindInWords(series)}</dd>
        <dt>Sign</dt>
        <dd>{series.signConvention}</dd>
        <dt>Unit</dt>
        <dd>{sentence(unitInWords(series))}, as published</dd>
        <dt>Frequency</dt>
        <dd>
          {frequencyInWords(series)}
          {span === null
            ? null
            : `; values from ${formatPeriod(span.first)} to ${formatPeriod(span.last)}`}
        </dd>
        {area === null ? null : (
          <>
            <dt>Area</dt>
            <dd>
              <Link href={`/areas/${area.slug}`} prefetch={false}>
                {area.name}
              </Link>
              {area.code === null ? null : `, TIC code ${area.code}`}
            </dd>
          </>
        )}
        <dt>In the source</dt>
        <dd>
          <code>{source.file}</code>, column {source.field}, row {source.row}
          {source.code === null ? null : ` (code ${source.code})`}
        </dd>
        {fredId === null ? null : (
          <>
            <dt>In FRED</dt>
            <dd>
              <a href={`https://fred.stlouisfed.org/series/${encodeURIComponent(fredId)}`}>
                {fredId}
              </a>
              . FRED’s figures include estimates by Federal Reserve staff and may differ.
            </dd>
          </>
        )}
        {series.names.length === 0 ? null : (
          <>
            <dt>An article calls it</dt>
            <dd>
              <Nouns names={series.names} />
            </dd>
          </>
        )}
      </dl>
      {breaks.length === 0 ? null : (
        <>
          <h3>Breaks in the series</h3>
          <ul className="data-breaks">
            {breaks.map(({ period, letter, text }) => (
              <li key={period}>
                <strong>
                  {letter === null ? null : <span className="data-letter">{letter}</span>}
                  {formatPeriod(period)}
                </strong>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {series.notes.length === 0 ? null : (
        <>
          <h3>Notes</h3>
          <ul className="data-notes">
            {series.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Nouns that stand open; a series may have a dozen that differ in one word. */
const openNouns = 3;

function Nouns({ names }: { names: readonly string[] }) {
  const more = names.slice(openNouns);
  return (
    <>
      {names.slice(0, openNouns).join("; ")}
      {more.length === 0 ? null : (
        <details>
          <summary>{more.length} more</summary>
          {more.join("; ")}
        </details>
      )}
    </>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
