import { z } from "zod";
import { nearest } from "./nearest.ts";

/** What is wrong with a value's shape, in words, and the field whose place it has. */
interface ShapeProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly fix?: string;
}

/** So much of a text says which one it is. */
const longestFound = 60;

/** An issue of the schema as an editor understands it: the field, what was expected, and what was found. */
export function describeShape(
  issue: z.core.$ZodIssue,
  value: unknown,
  schema: unknown,
): ShapeProblem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const fields = fieldsAt(schema, path);
    return issue.keys.map((key) => {
      const [near] = nearest(key, fields, 1);
      return {
        path: [...path, key],
        message: `${path.length === 0 ? "" : `${nameOf(path)}: `}"${key}" is no field that is known`,
        fix:
          near === undefined
            ? `take it away${fields.length === 0 ? "" : `; there are ${fields.join(", ")}`}`
            : `did you mean ${near}?`,
      };
    });
  }
  const found = path.reduce<unknown>(fieldOf, value);
  const expected = issue.message.replace(/^Invalid input: /u, "").replace(/, received .*$/u, "");
  if (found === undefined && path.length > 0)
    return [{ path, message: `${nameOf(path)} is missing: ${expected}` }];
  const says = /\bfound\b/u.test(expected) ? expected : `${expected}; found ${inWords(found)}`;
  return [{ path, message: path.length === 0 ? says : `${nameOf(path)}: ${says}` }];
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

function fieldOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "fields with values";
  const text = JSON.stringify(value);
  return text.length <= longestFound
    ? text
    : `${text.slice(0, longestFound)}… (${text.length} characters)`;
}

/** The names of the fields that a schema knows at a path; none where it has no fixed ones. */
export function fieldsAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const plain = withoutWrapping(schema);
  const [key, ...rest] = path;
  if (key === undefined) return plain instanceof z.ZodObject ? Object.keys(plain.shape) : [];
  if (plain instanceof z.ZodObject) return fieldsAt(Reflect.get(plain.shape, key), rest);
  return plain instanceof z.ZodArray ? fieldsAt(plain.element, rest) : [];
}

function withoutWrapping(schema: unknown): unknown {
  return schema instanceof z.ZodDefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
    ? withoutWrapping(schema.unwrap())
    : schema;
}
