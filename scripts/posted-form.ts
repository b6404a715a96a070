import { checkForm } from "../app/check/form.ts";
import { deskForm } from "../app/desk/form.ts";

/** A form of a page that is posted to the page itself. */
export interface PostedForm {
  readonly fields: readonly string[];
  /** In bytes, with all that stands around the fields. */
  readonly longest: number;
  /** What is said to who sends more. */
  readonly tooLong: string;
}

/** The pages that have one. */
export const postedForms: ReadonlyMap<string, PostedForm> = new Map<string, PostedForm>([
  ["/check", checkForm],
  ["/desk", deskForm],
]);

/** The form that an address takes, if there is one. */
export function formAt(url: string): PostedForm | undefined {
  return postedForms.get(url.replace(/[?#].*$/s, ""));
}

/**
 * Whether a body is what a page sends for its form: by itself, or through React, which puts a number before each name and adds a
 * list of one argument. React reads names and lists of other kinds as well; nothing else comes to it from outside.
 */
export async function isFormBody(
  body: string,
  contentType: string,
  form: PostedForm,
  actions: ReadonlySet<string>,
): Promise<boolean> {
  const entries = await entriesOf(body, contentType);
  if (entries === undefined) return false;
  const names = entries.map(([name]) => name);
  if (new Set(names).size < names.length) return false;
  return entries.every(([name, value]) => {
    if (typeof value !== "string") return false;
    if (name === "0") return value === '["$K1"]';
    const own = name.startsWith("_1_") ? name.slice("_1_".length) : name;
    if (form.fields.includes(own)) return true;
    const action = /^\$ACTION_ID_(?<id>[\da-f]+)$/.exec(own)?.groups?.["id"];
    return action !== undefined && actions.has(action) && value === "";
  });
}

async function entriesOf(
  body: string,
  contentType: string,
): Promise<readonly (readonly [string, unknown])[] | undefined> {
  try {
    const read = new Response(body, { headers: { "Content-Type": contentType } });
    return [...(await read.formData()).entries()];
  } catch {
    return undefined;
  }
}
