/** Fields of a view, named as in an address: `from`, `to`, `transformation`, `asOf`, `compare`, `areas`. */
export type Fields = readonly (readonly [string, string])[];

const eventName = "tickmark:chart";

/** Asks the chart of an id, wherever it stands on the page, to show a view. What it does not have, it replaces by the nearest. */
export function requestChart(id: string, fields: Readonly<Record<string, string>>): void {
  document.dispatchEvent(
    new CustomEvent(eventName, { detail: { id, fields: Object.entries(fields) } }),
  );
}

/** Hears what is asked of one chart, until the function it gives is called. */
export function onChartRequest(id: string, listener: (fields: Fields) => void): () => void {
  const hear = (event: Event): void => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    if (isRequest(detail) && detail.id === id) listener(detail.fields);
  };
  document.addEventListener(eventName, hear);
  return () => document.removeEventListener(eventName, hear);
}

function isRequest(detail: unknown): detail is { id: string; fields: Fields } {
  return (
    typeof detail === "object" &&
    detail !== null &&
    "id" in detail &&
    typeof detail.id === "string" &&
    "fields" in detail &&
    Array.isArray(detail.fields)
  );
}
