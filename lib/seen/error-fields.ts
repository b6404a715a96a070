/** What the log has of an error. */
export interface ErrorFields {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  /** PostgreSQL's, or Node's. */
  readonly code?: string;
  /** Next's name for what it shows of it. */
  readonly digest?: string;
  readonly cause?: ErrorFields;
}

/** So much of a message: a program that answers with a page makes it the message of its error. */
const longest = 1_000;
/** So many causes of causes. */
const deepest = 4;

/**
 * The fields of an error, chosen one by one: drivers hang what was asked, with its values, on their errors, and that is for
 * nobody's log.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: String(error).slice(0, longest), stack: "" };
  }
  const { name, message, stack = "", cause } = error;
  return {
    type: name,
    message: message.slice(0, longest),
    stack: stack.slice(0, longest * 8),
    ...textNamed(error, "code"),
    ...textNamed(error, "digest"),
    ...(cause === undefined || depth >= deepest ? {} : { cause: errorFields(cause, depth + 1) }),
  };
}

function textNamed(error: object, name: "code" | "digest"): { [name]?: string } {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? { [name]: value.slice(0, 100) } : {};
}
