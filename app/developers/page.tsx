import type { Metadata } from "next";
import { ApiAddress } from "../_components/developers/api-address.tsx";
import { ApiExample } from "../_components/developers/api-example.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { getApiGuide } from "../_data/api-guide.ts";
import "../_styles/developers.css";

export const metadata: Metadata = {
  title: "The API",
  description:
    "Every series, vintage and revision as JSON, CSV and SDMX-CSV, each value with its source.",
  alternates: alternatesOf("/developers"),
};

/** The API for people: what to ask, what comes back, what is refused. The lists and examples are made from what answers. */
export default async function DevelopersPage() {
  const { origin, examples, endpoints, problems } = await getApiGuide();
  const csv = `${origin}/api/series/mfh.holdings.japan.csv`;
  return (
    <article className="article about developers">
      <p className="kicker">For programs</p>
      <h1>The API</h1>
      <div className="dek">
        <p>
          Every series and every vintage held, as JSON, CSV and SDMX-CSV. Each value says which
          vintage it is known from, and the file and line it stands in.
        </p>
      </div>

      <h2 id="use">How to use it</h2>
      <p>
        Ask with GET; there is no key and nothing to sign up for. A series has a stable key, found
        with <code>/api/series?search=</code>; its figures are at <code>/api/series/KEY.json</code>{" "}
        and <code>/api/series/KEY.csv</code>. Without <code>asOf</code> they are those of the newest
        vintage. A machine can read all of this from{" "}
        <a href="/api/openapi.json">
          <code>/api/openapi.json</code>
        </a>{" "}
        (OpenAPI 3.1).
      </p>
      <p>In Python, and in R:</p>
      <pre tabIndex={0} role="region" aria-label="Reading a series in Python and R">
        <code>
          {`import pandas\nfigures = pandas.read_csv("${csv}?asOf=2026-06-18")\n\n`}
          {`figures <- read.csv("${csv}?asOf=2026-06-18")`}
        </code>
      </pre>

      <h2 id="examples">Examples</h2>
      <p>What is printed below each address was its answer when this page was made.</p>
      {examples.map((example) => (
        <ApiExample key={example.address} example={example} />
      ))}

      <h2 id="values">What a value says</h2>
      <p>
        Values are decimals in text, exactly as published: <code>&quot;1185.50&quot;</code> keeps
        its zero, and no value has passed through a binary fraction. They are in the unit of the
        series; <code>multiplier</code> is the power of ten that goes with it. <code>null</code> has
        a status: <code>missing</code> where the file says “n.a.,” which is not zero, and{" "}
        <code>withdrawn</code> where a vintage no longer has what an earlier one had.{" "}
        <code>knownFrom</code> is the vintage that first printed the value, <code>line</code> and{" "}
        <code>column</code> its place in that vintage’s file, whose SHA-256 is under{" "}
        <code>sources</code>.
      </p>
      <p>
        A stock, such as holdings, is never summed over time. A series with a <code>window</code> of
        12 is a running sum whose values overlap. Where there are <code>breaks</code>, a difference
        across one is not a change.
      </p>

      <h2 id="csv">CSV and SDMX-CSV</h2>
      <p>
        CSV follows RFC 4180: comma, UTF-8 without a byte order mark, CRLF, one header row, no
        comment lines. Unit, vintage, source, citation and licence are columns, so they stay with
        the figures. A missing value is an empty field. A text that a spreadsheet would run as a
        formula has an apostrophe before it.
      </p>
      <p>
        <code>format=sdmx-csv</code> gives an SDMX-CSV 2.0.0 data message with codes of our own:{" "}
        <code>TICKMARK:TIC(1.0.0)</code>, or with <code>vintages=all</code>{" "}
        <code>TICKMARK:TIC_VINTAGES(1.0.0)</code>, in which <code>VINTAGE</code> is a dimension.{" "}
        <code>OBS_STATUS</code> is A for a value and O for a missing one. There is no registry
        behind these names.
      </p>

      <h2 id="addresses">Addresses</h2>
      {endpoints.map((endpoint) => (
        <ApiAddress key={endpoint.path} endpoint={endpoint} />
      ))}

      <h2 id="claims">The claims of an article</h2>
      <p>
        Beside each article stand <code>/articles/SLUG/claims.json</code> and{" "}
        <code>claims.csv</code>: every claim in the order of the text, with its words, sentence,
        expression, the computation in words, the exact value, the values that the words accept, its
        vintage and verdict, how it stands in the newest vintage, and the address of its receipt.
        They answer as the API does, with a strong <code>ETag</code> and to other sites too.{" "}
        <code>schemaVersion</code> is 1.0; its first number changes when a program must change.
      </p>
      <p>
        In <code>claims.json</code> each part of a claim also has <code>steps</code>, its
        computation over single published figures in plain operations, and <code>accepts</code>,
        what the words stand for. <code>/articles/SLUG/evidence.zip</code> adds those figures, the
        Treasury’s files by SHA-256, the text, and a program that needs only Node and checks it all
        without us. Its bytes change only when the article or the figures do.
      </p>

      <h2 id="refusals">Refusals</h2>
      <p>
        A refusal is <code>application/problem+json</code> (RFC 9457). It names every parameter that
        is unknown, empty, given twice or not understood, and lists those there are; nothing is
        passed over in silence. A day before the first vintage is refused too: nothing was known
        then. A range without figures is not: its list is empty.
      </p>
      <dl className="api-parameters">
        {problems.map(({ kind, status, title }) => (
          <div key={kind} id={kind}>
            <dt>
              <code>{kind}</code>
            </dt>
            <dd>
              {title}. <span className="label">{status}</span>
            </dd>
          </div>
        ))}
      </dl>

      <h2 id="asking-again">Asking again</h2>
      <p>
        Every answer has a strong <code>ETag</code>. Send it back as <code>If-None-Match</code> and
        an unchanged answer is a 304 without a body. There is no <code>Last-Modified</code>: titles
        and notes are mended on days without a vintage. Answers may be kept for a minute. Pages of
        other sites may ask (CORS). Lists come in pages; follow <code>links.next</code>. When too
        many ask at once, or the store is down, the answer is 503 with <code>Retry-After</code>.
      </p>

      <h2 id="terms">Terms</h2>
      <p>
        The figures are works of the U.S. government in the public domain. If you cite them, cite
        the vintage: <code>citation</code> has the words.
      </p>
    </article>
  );
}
