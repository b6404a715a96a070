/** The name under which our server sends a request's id with each answer (scripts/watch-requests.ts). */
const named = "request";

/**
 * The id of the answer that the page, or its step to another, was last made from: the one thing that a reader can tell us of a
 * failure, and by which the log has the rest. Undefined where the browser does not say.
 */
export function requestReference(): string | undefined {
  const answers = [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
  ].filter((entry) => entry instanceof PerformanceResourceTiming);
  const here = answers.filter(({ name }) => new URL(name).pathname === location.pathname);
  return here.at(-1)?.serverTiming.find(({ name }) => name === named)?.description;
}
