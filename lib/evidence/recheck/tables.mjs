// Reads the files beside the program. What is missing or cut is told in a sentence.
import { readFileSync } from "node:fs";

export function readBytes(name) {
  try {
    return readFileSync(new URL(`../${name}`, import.meta.url));
  } catch {
    throw new Error(`${name} cannot be read: unpack the whole zip file into one folder again`);
  }
}

export function readText(name) {
  return readBytes(name).toString("utf8");
}

/** The claims of claims.json, which are numbered from 1. */
export function readClaims(name) {
  const trouble = (what) => new Error(`${name} ${what}: unpack the zip file again`);
  const read = () => {
    try {
      return JSON.parse(readText(name));
    } catch {
      throw trouble("is cut, is not there, or is no JSON");
    }
  };
  const claims = read()?.claims;
  if (!Array.isArray(claims) || claims.length === 0) throw trouble("has no list of claims");
  for (const [at, claim] of claims.entries()) {
    const lacks = Object.entries(shape).find(([key, isRight]) => !isRight(claim?.[key]));
    if (lacks !== undefined) throw trouble(`has no "${lacks[0]}" as it should in claim ${at + 1}`);
    if (claim.number !== at + 1) throw trouble(`has claim ${claim.number} in place ${at + 1}`);
  }
  return claims;
}

const isText = (value) => typeof value === "string";
const isPart = (part) =>
  isText(part?.said) &&
  [part.value, part.accepts].every((each) => each?.type) &&
  Boolean(part.steps);

/** What each claim must have for anything to be checked. */
const shape = {
  number: Number.isInteger,
  words: isText,
  sentence: isText,
  computed: isText,
  standing: (value) => isText(value?.verdict),
  parts: (value) => Array.isArray(value) && value.length > 0 && value.every(isPart),
};

/** A CSV file (RFC 4180) as objects by the names in its first line, which must have these columns. */
export function readTable(name, columns) {
  const text = readText(name);
  if (!text.endsWith("\r\n")) throw new Error(`${name} is cut: its last line has no end`);
  const [header, ...rows] = text
    .trimEnd()
    .split("\r\n")
    .map((line) => fieldsOf(line, ","));
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`${name} has no column ${missing.join(", ")}`);
  const uneven = rows.findIndex((row) => row.length !== header.length);
  if (uneven >= 0)
    throw new Error(
      `${name}, line ${uneven + 2}: expected ${header.length} fields, found ${rows[uneven].length}`,
    );
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at]])));
}

/** The fields of a line; one in quotes may hold the separator, and a quote doubled. */
export function fieldsOf(line, separator) {
  const fields = [];
  for (let at = 0; at <= line.length; at += 1) {
    let end = line.indexOf(separator, at);
    if (end < 0) end = line.length;
    if (line[at] === '"') {
      let close = line.indexOf('"', at + 1);
      while (line[close + 1] === '"') close = line.indexOf('"', close + 2);
      if (close < 0) throw new Error(`expected a closing quote in ${line}`);
      end = close + 1;
      fields.push(line.slice(at + 1, close).replaceAll('""', '"'));
    } else fields.push(line.slice(at, end));
    at = end;
  }
  return fields;
}
