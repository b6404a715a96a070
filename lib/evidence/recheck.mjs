// Checks the claims of one article again. It needs Node 20 or later, the files beside it, and nothing else: no network, no
// library, nothing of the site that made them.
//
//   node recheck.mjs           computes every claim from cells.csv and holds it against the words
//   node recheck.mjs FOLDER    also finds the Treasury's files in FOLDER by their SHA-256, and each cell in them
//
// It prints a line for each claim and each file, and ends with status 1 when anything fails. README.md says what to expect.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const { claims } = JSON.parse(readFileSync(join(here, "claims.json"), "utf8"));
const cells = readTable("cells.csv");
const sources = readTable("sources.csv");
const amounts = new Map();
let failures = 0;

for (const cell of cells) {
  const name = `${cell.key}/${cell.period}/${cell.known_from}`;
  if (amounts.has(name)) fail(`cells.csv has the row ${name} twice`);
  if (!sources.some(({ sha256 }) => sha256 === cell.sha256))
    fail(`cells.csv: the file of ${name} is not in sources.csv`);
  amounts.set(name, multiply(fraction(cell.value), fraction(cell.multiplier)));
}
for (const claim of claims) {
  const wrong = attempt(() => claim.parts.map(checkPart).find((found) => found !== null) ?? null);
  const name = `${String(claim.number).padStart(4)}  ${claim.words}`;
  if (wrong === null) console.log(`PASS ${name}`);
  else fail(`${name}\n           ${wrong}`);
}
console.log(`${claims.length} claims, computed from ${cells.length} cells.`);
if (process.argv[2] !== undefined) checkFiles(process.argv[2]);
else
  console.log("The Treasury's files were not looked at: node recheck.mjs FOLDER, see README.md.");
console.log(failures === 0 ? "Everything passes." : `${failures} failed.`);
process.exitCode = failures === 0 ? 0 : 1;

function fail(message) {
  failures += 1;
  console.log(`FAIL ${message}`);
}

/** What is wrong, in words: what `check` says, or what it was thrown. Null when nothing is. */
function attempt(check) {
  try {
    return check();
  } catch (error) {
    return error.message;
  }
}

// ---- A claim ------------------------------------------------------------------------------------------------------------

/** What is wrong with one part of a claim: its cells do not give the value stated, or its words do not accept it. */
function checkPart({ said, value, steps, accepts }) {
  const found = compute(steps);
  if (!isStated(found, value))
    return `"${said}": the cells give ${show(found)}, claims.json says ${show(value)}`;
  return isAccepted(found, accepts) ? null : `"${said}" is not borne out by ${show(found)}`;
}

/** What a step gives (a text is the name of a cell): a fraction, a period `{ period }`, or true or false. */
function compute(step) {
  if (typeof step === "string") return amountOf(step);
  const of = () => step.of.map(compute);
  switch (step.op) {
    case "number":
      return fraction(step.value);
    case "period":
      return { period: step.period };
    case "sum":
      return of().reduce(add);
    case "mean":
      return divide(of().reduce(add), fraction(String(step.of.length)));
    case "smallest":
      return of().reduce((least, one) => (compare(one, least) < 0 ? one : least));
    case "largest":
      return of().reduce((most, one) => (compare(one, most) > 0 ? one : most));
    case "difference":
      return of().reduce(subtract);
    case "product":
      return of().reduce(multiply);
    case "quotient":
      return of().reduce(divide);
    case "percent":
      return multiply(of().reduce(divide), fraction("100"));
    case "negative":
      return subtract(fraction("0"), compute(step.of[0]));
    case "absolute": {
      const [one] = of();
      return compare(one, fraction("0")) < 0 ? subtract(fraction("0"), one) : one;
    }
    case "growth":
      return growth(of().reduce(divide), step.months);
    case "rank": {
      const [own, ...others] = of();
      const sign = step.from === "highest" ? 1 : -1;
      return fraction(String(1 + others.filter((one) => compare(one, own) * sign > 0).length));
    }
    case "lowest-since":
    case "highest-since": {
      const sign = step.op === "lowest-since" ? 1 : -1;
      const line = step.periods.map(({ period, value }) => ({ period, value: compute(value) }));
      const own = line.pop();
      const since = line.findLast(({ value }) => compare(value, own.value) * sign <= 0);
      return { period: since?.period ?? null };
    }
    case "latest":
      return { period: step.periods.at(-1).period };
    case "first":
      return { period: step.periods[0].period };
    case "run":
      return run(step);
    case "count": {
      const line = step.periods.map(({ value }) => compute(value));
      return fraction(String(line.filter((_, at) => meets(step.condition, line, at)).length));
    }
    case "compare":
      return related(step.relation, ...of());
    case "and":
      return of().every((one) => one);
    case "or":
      return of().some((one) => one);
    case "given": {
      const [found, value] = of();
      if (found.period !== step.period)
        throw new Error(`the period is ${found.period}, not ${step.period}`);
      return value;
    }
    default:
      throw new Error(`there is no operation "${step.op}"`);
  }
}

function amountOf(cell) {
  const amount = amounts.get(cell);
  if (amount === undefined) throw new Error(`cells.csv has no row ${cell}`);
  return amount;
}

/** Whether the value at a place of a line is above or below 0, or above or below the one before it. */
function meets(condition, line, at) {
  const isStep = condition === "rising" || condition === "falling";
  if (isStep && at === 0) return false;
  const order = compare(line[at], isStep ? line[at - 1] : fraction("0"));
  return condition === "rising" || condition === "positive" ? order > 0 : order < 0;
}

/** How many in a row meet the condition, counted back from the last. The line must hold what ended the run. */
function run({ condition, periods }) {
  const line = periods.map(({ value }) => compute(value));
  const end = line.findLastIndex((_, at) => !meets(condition, line, at));
  if (end < 0) throw new Error("the rows do not go back to where the run began");
  return fraction(String(line.length - 1 - end));
}

/** A comparison of two amounts, or of two periods, of which the shorter may lie in the longer. */
function related(relation, left, right) {
  if (!("period" in left)) return test(relation, compare(left, right));
  if (left.period === null && right.period === null) return relation === "=";
  // No earlier period on record: whatever there was lies before all that is known.
  if (left.period === null) return ["<", "<=", "!="].includes(relation);
  if (right.period === null) return [">", ">=", "!="].includes(relation);
  const [one, other] = [months(left.period), months(right.period)];
  if (one.last - one.first > other.last - other.first)
    return related(
      { "<": ">", "<=": ">=", ">": "<", ">=": "<=" }[relation] ?? relation,
      right,
      left,
    );
  const isWithin = one.first >= other.first && one.last <= other.last;
  switch (relation) {
    case "=":
      return isWithin;
    case "!=":
      return !isWithin;
    case "<":
      return one.last < other.first;
    case "<=":
      return one.last <= other.last;
    case ">":
      return one.first > other.last;
    default:
      return one.first >= other.first;
  }
}

function test(relation, order) {
  return {
    "=": order === 0,
    "!=": order !== 0,
    "<": order < 0,
    "<=": order <= 0,
    ">": order > 0,
    ">=": order >= 0,
  }[relation];
}

/** The first and last month of a period, counted from the year 0: of 2025-12, 2025-Q4 and 2025. */
function months(period) {
  const [year, part] = period.split("-");
  const start = Number(year) * 12;
  if (part === undefined) return { first: start, last: start + 11 };
  const first = start + (part.startsWith("Q") ? 3 * (Number(part[1]) - 1) : Number(part) - 1);
  return { first, last: part.startsWith("Q") ? first + 2 : first };
}

function isStated(found, stated) {
  switch (stated.type) {
    case "truth":
      return found === stated.truth;
    case "period":
      return found.period === stated.period;
    default: {
      // A quotient that never ends is stated as far as its digits go.
      const digits = stated.amount.split(".")[1]?.length ?? 0;
      const slack = stated.exact
        ? fraction("0")
        : { top: 1n, bottom: 10n ** BigInt(Math.min(digits, 40)) };
      const gap = subtract(found, fraction(stated.amount));
      return compare(gap.top < 0n ? { ...gap, top: -gap.top } : gap, slack) <= 0;
    }
  }
}

function isAccepted(found, accepts) {
  switch (accepts.type) {
    case "truth":
      return found === true;
    case "no-period":
      return found.period === null;
    case "period": {
      if (found.period === null) return false;
      const own = months(found.period);
      return own.first >= months(accepts.from).first && own.last <= months(accepts.to).last;
    }
    default: {
      const { low, high, includesLow, includesHigh } = accepts;
      const isAbove = low === null || compare(found, fraction(low)) > (includesLow ? -1 : 0);
      return isAbove && (high === null || compare(found, fraction(high)) < (includesHigh ? 1 : 0));
    }
  }
}

// ---- Exact numbers ------------------------------------------------------------------------------------------------------

/** A decimal text as a fraction of whole numbers: nothing is rounded on the way. */
function fraction(text) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) throw new Error(`expected a decimal, found "${text}"`);
  const [, sign, whole, decimals = ""] = parts;
  return { top: BigInt(sign + whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}

function add(one, other) {
  return lowest(one.top * other.bottom + other.top * one.bottom, one.bottom * other.bottom);
}

function subtract(one, other) {
  return add(one, { top: -other.top, bottom: other.bottom });
}

function multiply(one, other) {
  return lowest(one.top * other.top, one.bottom * other.bottom);
}

function divide(one, other) {
  if (other.top === 0n) throw new Error("division by zero");
  return lowest(one.top * other.bottom, one.bottom * other.top);
}

/** Less than 0, 0 or more than 0, as the first is less than, equal to or more than the second. */
function compare(one, other) {
  const gap = one.top * other.bottom - other.top * one.bottom;
  return gap < 0n ? -1 : Number(gap > 0n);
}

function lowest(top, bottom) {
  let [large, small] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (small !== 0n) [large, small] = [small, large % small];
  const divisor = bottom < 0n ? -large : large;
  return { top: top / divisor, bottom: bottom / divisor };
}

/** Percent a year: the factor to the power of 12 / months, less 1. A root is cut at 45 decimals. */
function growth(factor, months) {
  const scale = 10n ** 45n;
  const [times, root] = [12, months].map((count) => BigInt(count / common(12, months)));
  const power = { top: factor.top ** times, bottom: factor.bottom ** times };
  const found =
    root === 1n ? power : lowest(rootOf((power.top * scale ** root) / power.bottom, root), scale);
  return multiply(subtract(found, fraction("1")), fraction("100"));
}

function common(one, other) {
  return other === 0 ? one : common(other, one % other);
}

/** The largest whole number whose power is not above `value`, by Newton's method from above. */
function rootOf(value, root) {
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / Number(root)) + 1);
  for (;;) {
    const next = ((root - 1n) * guess + value / guess ** (root - 1n)) / root;
    if (next >= guess) return guess;
    guess = next;
  }
}

function show(value) {
  if (typeof value === "boolean") return String(value);
  if ("truth" in value) return String(value.truth);
  if ("period" in value) return value.period ?? "no earlier period";
  if ("amount" in value) return value.amount;
  return value.bottom === 1n ? String(value.top) : String(Number(value.top) / Number(value.bottom));
}

// ---- The Treasury's files -----------------------------------------------------------------------------------------------

/** Looks for each source in a folder and those within, by its SHA-256, and for each cell at its line and column. */
function checkFiles(folder) {
  const found = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    found.set(createHash("sha256").update(bytes).digest("hex"), bytes);
  }
  const each = new Map(sources.map((source) => [source.sha256, source])).values();
  for (const { file, form, url, sha256 } of each) {
    const own = cells.filter((cell) => cell.sha256 === sha256 && cell.line !== "");
    const bytes = found.get(sha256);
    if (own.length === 0) continue;
    if (form === "page") {
      const figures = own.map(
        ({ field, row, period, value }) => `${row}, ${field} ${period}: ${value}`,
      );
      console.log(`LOOK ${file} is a page, ${url}\n     ${figures.join("\n     ")}`);
      continue;
    }
    if (bytes === undefined) {
      fail(
        `${file}: no file in ${folder} has the SHA-256 ${sha256}; its ${own.length} cells were not looked up`,
      );
      continue;
    }
    const lines = bytes.toString("utf8").split(/\r?\n/);
    const wrong = own.filter((cell) => printedAt(lines, cell) !== cell.value);
    for (const cell of wrong)
      fail(
        `${file}, line ${cell.line}, column ${cell.column}: ${cell.key} of ${cell.period} is ${cell.value} in cells.csv, and the file has ${printedAt(lines, cell)}`,
      );
    if (wrong.length === 0)
      console.log(`PASS ${file}: SHA-256 ${sha256}, ${own.length} cells as printed`);
  }
  const unplaced = cells.filter(({ line }) => line === "").length;
  if (unplaced > 0)
    console.log(`${unplaced} cells have no line: an older file was added after a newer one.`);
}

/** The figure in a field of a line, without the commas of thousands; the Treasury's "-0" is 0. */
function printedAt(lines, { line, column }) {
  const text = lines[Number(line) - 1] ?? "";
  const field = fieldsOf(text, text.includes("\t") ? "\t" : ",")[Number(column) - 1] ?? "";
  return field
    .trim()
    .replaceAll(",", "")
    .replace(/^-(0(?:\.0+)?)$/, "$1");
}

// ---- Tables -------------------------------------------------------------------------------------------------------------

/** A CSV file (RFC 4180) as objects by the names in its first line. */
function readTable(name) {
  const [header, ...rows] = readFileSync(join(here, name), "utf8")
    .trimEnd()
    .split("\r\n")
    .map((line) => fieldsOf(line, ","));
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ""])));
}

/** The fields of a line; one in quotes may hold the separator, and a quote doubled. */
function fieldsOf(line, separator) {
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
