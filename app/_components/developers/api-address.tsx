import type { DescribedEndpoint } from "#lib/api/guide";

/** One kind of address and what it takes. */
export function ApiAddress({ endpoint }: { endpoint: DescribedEndpoint }) {
  const { path, summary, description, parameters } = endpoint;
  return (
    <section className="api-endpoint">
      <h3>
        <code>{path}</code>
      </h3>
      <p>
        {summary}. {description}
      </p>
      {parameters.length > 0 && (
        <dl className="api-parameters">
          {parameters.map((parameter) => (
            <div key={parameter.name}>
              <dt>
                <code>{parameter.name}</code>
              </dt>
              <dd>
                {parameter.description}.
                {parameter.values !== "" && <span className="label"> {parameter.values}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
