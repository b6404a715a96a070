import type { z } from "zod";
import type { VintageDate } from "#lib/series/observation";
import type { Store } from "#lib/store/store";
import type { ApiAnswer } from "./api-answer.ts";
import { checkParameters } from "./parameters.ts";

/** What every answer is made from. */
export interface ApiContext {
  readonly store: Store;
  /** Where the site is published, without a slash at the end. */
  readonly origin: string;
  /** The day it is where it is latest on earth: nothing can be known as of a later one. */
  readonly today: VintageDate;
}

/** The parts of an address that its template leaves open, by name. */
export type Places = Readonly<Record<string, string>>;

/** One kind of address, with all that its documentation says: the OpenAPI document and the refusals are made from it. */
interface Description<Query extends z.ZodObject> {
  /** An OpenAPI path template: `/api/series/{key}.json`. */
  readonly path: string;
  /** The same for ever: programs that are made from the OpenAPI document call it by this name. */
  readonly operation: string;
  readonly summary: string;
  readonly description: string;
  /** What stands in the open places of the path. */
  readonly places: Readonly<Record<string, { description: string; example: string }>>;
  readonly query: Query;
  readonly answers: readonly { mediaType: string; description: string; schema: z.ZodType }[];
}

export interface Endpoint extends Description<z.ZodObject> {
  readonly ask: (
    context: ApiContext,
    places: Places,
    parameters: URLSearchParams,
  ) => Promise<ApiAnswer>;
}

/** An endpoint whose `answer` is given parameters that have been checked. */
export function endpoint<Query extends z.ZodObject>({
  answer,
  ...description
}: Description<Query> & {
  readonly answer: (
    query: z.output<Query>,
    context: ApiContext,
    places: Places,
  ) => Promise<ApiAnswer>;
}): Endpoint {
  return {
    ...description,
    ask: async (context, places, parameters) => {
      const checked = checkParameters(description.query, parameters);
      return checked.ok ? answer(checked.value, context, places) : checked;
    },
  };
}

/** What stands in the open places of a path, or null when it does not fit the template. */
export function placesIn(template: string, path: string): Places | null {
  const shape = template.replaceAll(".", "\\.").replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const found = new RegExp(`^${shape}$`).exec(path);
  return found && { ...found.groups };
}
