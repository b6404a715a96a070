import type { z } from "zod";
import { nearest } from "#lib/series/nearest";
import { refuse } from "./api-answer.ts";
import type { ParameterError } from "./problem-details.ts";

/** What other statistical services call the same thing: their names are not like ours by their letters. */
const namesElsewhere = new Map([
  ["as_of", "asOf"],
  ["vintage", "asOf"],
  ["vintage_date", "asOf"],
  ["vintage_dates", "asOf"],
  ["realtime_end", "asOf"],
  ["date", "asOf"],
  ["start", "from"],
  ["startperiod", "from"],
  ["observation_start", "from"],
  ["end", "to"],
  ["endperiod", "to"],
  ["observation_end", "to"],
  ["q", "search"],
  ["query", "search"],
  ["text", "search"],
  ["search_text", "search"],
  ["securities", "class"],
  ["country", "area"],
  ["ref_area", "area"],
  ["page", "offset"],
  ["per_page", "limit"],
]);

/**
 * The parameters of an address, checked against the schema of an endpoint: a problem with every one that is unknown, given
 * twice, empty, or not what its schema takes. Nothing is ignored: a misspelt `asOf` must not be answered with the newest
 * vintage.
 */
export function checkParameters<Query extends z.ZodObject>(
  query: Query,
  parameters: URLSearchParams,
): { readonly ok: true; readonly value: z.output<Query> } | ReturnType<typeof refuse> {
  const known = Object.keys(query.shape);
  const names = [...new Set(parameters.keys())];
  const form = names.flatMap((name) => errorOfForm(name, parameters.getAll(name), known));
  const wellFormed = names.filter((name) => !form.some(({ parameter }) => parameter === cut(name)));
  const checked = query.safeParse(
    Object.fromEntries(wellFormed.map((name) => [name, parameters.get(name)])),
  );
  if (checked.success && form.length === 0) return { ok: true, value: checked.data };
  const values = checked.success
    ? []
    : onePerParameter(checked.error.issues).map(({ path, message }) => {
        const parameter = path.map(String).join(".");
        const found = cut(parameters.get(parameter) ?? "");
        return { parameter, message: `expected ${message}, found "${found}"` };
      });
  return refuseParameters([...form, ...values], known);
}

/** A refusal of parameters, with all that there are. */
export function refuseParameters(
  errors: readonly ParameterError[],
  known: readonly string[],
): ReturnType<typeof refuse> {
  const detail = errors.map(({ parameter, message }) => `"${parameter}": ${message}.`).join(" ");
  const all = known.length === 0 ? "There are no parameters here." : undefined;
  return refuse({
    kind: "invalid-parameters",
    detail: [detail, all].filter(Boolean).join(" "),
    errors: [...errors],
    known: [...known],
  });
}

function errorOfForm(
  name: string,
  values: readonly string[],
  known: readonly string[],
): ParameterError[] {
  const parameter = cut(name);
  if (!known.includes(name)) {
    const elsewhere = namesElsewhere.get(name.toLowerCase());
    const [suggestion] =
      elsewhere !== undefined && known.includes(elsewhere)
        ? [elsewhere]
        : nearest(parameter, known, 1);
    const message = "there is no such parameter";
    if (suggestion === undefined) return [{ parameter, message }];
    return [{ parameter, message: `${message}; did you mean "${suggestion}"?`, suggestion }];
  }
  if (values.length > 1) return [{ parameter, message: "it is given more than once" }];
  if (values[0] === "") return [{ parameter, message: "it is empty; leave it out instead" }];
  return [];
}

/** One message a parameter is enough: the first schema that failed says what was expected. */
function onePerParameter(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.filter(
    ({ path }, index) => issues.findIndex((other) => other.path[0] === path[0]) === index,
  );
}

/** A stranger's text is repeated only in part. */
function cut(text: string): string {
  return text.length <= 64 ? text : `${text.slice(0, 63)}\u2026`;
}
