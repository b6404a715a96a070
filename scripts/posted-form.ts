import type { Actions } from "./action-call.ts";
import { checkForm } from "../app/check/form.ts";
import { deskForm } from "../app/desk/form.ts";

/** A form of a page that is posted to the page itself. */
export interface PostedForm {
  readonly fields: readonly string[];
  /** What its action is called in the code. */
  readonly action: string;
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

/** How a form was posted: the ids of the actions there are, and whether React calls one (Next is told so in a header). */
interface Posting {
  readonly actions: Actions;
  readonly isByReact: boolean;
}

/**
 * Whether a body is what a page sends for its form: by itself, when it names its action, or through React, which puts a number
 * before each name and adds a list of one argument. React reads names and lists of other kinds as well, and throws where one is
 * missing; nothing else comes to it from outside.
 */
export function isFormBody(
  body: string,
  contentType: string,
  form: PostedForm,
  { actions, isByReact }: Posting,
): boolean {
  const entries = entriesOf(body, contentType);
  if (entries === undefined) return false;
  const names = entries.map(([name]) => name);
  if (new Set(names).size < names.length) return false;
  const before = isByReact ? "_1_" : "";
  const isOwn = (name: string) =>
    name.startsWith(before) && form.fields.includes(name.slice(before.length));
  const isAction = (name: string) =>
    name.startsWith(`${before}${actionName}`) &&
    actions.has(name.slice(before.length + actionName.length));
  const isList = (name: string) => isByReact && name === "0";
  return (
    (isByReact ? names.includes("0") : names.filter(isAction).length === 1) &&
    entries.every(
      ([name, value]) =>
        isOwn(name) || (isAction(name) && value === "") || (isList(name) && value === '["$K1"]'),
    )
  );
}

/**
 * Puts the id of today's action of a form in the place of one that no build of ours has, in the body that holds it: a page of an
 * older build posts what that build called it, and without scripts nobody is there to load it anew. Ids of one build are as long
 * as those of another.
 */
export function renewAction(body: Buffer, { action }: PostedForm, actions: Actions): void {
  const [newest] = [...actions].flatMap(([id, name]) => (name === action ? [id] : []));
  const found = ownAction.exec(body.toString("latin1", 0, longestBefore));
  const old = found?.groups?.["id"];
  if (!found || newest === undefined || old?.length !== newest.length || actions.has(old)) return;
  body.write(newest, found.index + found[0].length - old.length, "latin1");
}

/** Browsers send fields in the order of the page, where the action stands first. */
const longestBefore = 300;
const ownAction = /form-data; name="\$ACTION_ID_(?<id>[\da-f]+)(?=")/;

/** What stands before the id of the action that a form is for. */
const actionName = "$ACTION_ID_";

const typeOfForm =
  /^multipart\/form-data\s*;\s*boundary=(?<quote>"?)(?<mark>[\w'+.-]{1,70})\k<quote>$/i;
/** A field of text has one header and no other: by a name of a file, or by a type, Next takes a part for a file. */
const partOfText =
  /^\r\ncontent-disposition: form-data; name="(?<name>[^"\r\n]*)"\r\n\r\n(?<value>.*)$/is;

/** Names and texts of a form; undefined when it has anything else. */
function entriesOf(
  body: string,
  contentType: string,
): readonly (readonly [name: string, value: string])[] | undefined {
  const mark = typeOfForm.exec(contentType)?.groups?.["mark"];
  if (mark === undefined) return undefined;
  const [before, ...parts] = `\r\n${body}`.split(`\r\n--${mark}`);
  const after = parts.pop();
  if (before !== "" || (after !== "--" && after !== "--\r\n")) return undefined;
  const entries: (readonly [string, string])[] = [];
  for (const part of parts) {
    const { name, value } = partOfText.exec(part)?.groups ?? {};
    if (name === undefined || value === undefined) return undefined;
    entries.push([name, value]);
  }
  return entries;
}
