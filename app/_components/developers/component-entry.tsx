import type { GuideEntry } from "#lib/site/component-guide";
import { CopyButton } from "../receipt/copy-button.client.tsx";

const places = {
  sentence: "Stands within a sentence, round the words it is about.",
  paragraphs: "Stands round paragraphs, its tags on lines of their own.",
  line: "Stands on a line of its own, without words.",
} as const;

/** What a component is for, its attributes, and the MDX to copy. What it makes on the page comes behind it. */
export function ComponentEntry({ entry, isLive }: { entry: GuideEntry; isLive: boolean }) {
  const { name, says, place, attributes, example } = entry;
  return (
    <>
      <h2 id={name.toLowerCase()}>{name}</h2>
      <p>
        {says} {places[place]}
      </p>
      <Attributes attributes={attributes} />
      <pre className="mdx" tabIndex={0} role="region" aria-label={`${name} in MDX`}>
        <code>{example}</code>
      </pre>
      <CopyButton text={example} />
      {isLive && <p className="label mdx-live">On the page</p>}
    </>
  );
}

function Attributes({ attributes }: Pick<GuideEntry, "attributes">) {
  const rules = Object.entries(attributes);
  if (rules.length === 0) return null;
  return (
    <dl className="api-parameters">
      {rules.map(([name, { says, required, values }]) => (
        <div key={name}>
          <dt>
            <code>{name}</code> {required && <span className="label">needed</span>}
          </dt>
          <dd>
            {says}
            {values !== null && (
              <>
                {" One of "}
                {values.map((value, position) => (
                  <span key={value}>
                    {position > 0 && ", "}
                    <code>{value}</code>
                  </span>
                ))}
                .
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
