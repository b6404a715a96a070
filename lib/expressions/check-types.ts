import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import { checkPoint, checkRange, type RangeShape } from "./check-periods.ts";
import type { ExpressionProblem, ExpressionProblemKind } from "./problem.ts";
import {
  asLiteralPeriod,
  describeNode,
  isPlainZero,
  quoteNode,
  unitOf,
  type ExpressionType,
  type StaticType,
} from "./static-type.ts";
import type {
  BinaryNode,
  ChangeNode,
  Expression,
  KeyNode,
  RangeNode,
  ShareNode,
  TextRange,
} from "./tree.ts";
import type { Dimension } from "./value.ts";

/** Adds a problem and gives null, which stands for a type that is not known and causes no further problem. */
export type Report = (
  place: TextRange,
  kind: ExpressionProblemKind,
  message: string,
  fix?: string,
) => null;

/** How a check asks for the type of a node within. */
export type TypeOf = (node: Expression) => StaticType | null;

/** The type of a tree, null when there are problems; series that the catalogue lacks are passed over. */
export function checkTypes(
  tree: Expression,
  catalogue: Catalogue,
): { type: ExpressionType | null; problems: ExpressionProblem[] } {
  const problems: ExpressionProblem[] = [];

  function report(
    { start, end }: TextRange,
    kind: ExpressionProblemKind,
    message: string,
    fix?: string,
  ): null {
    problems.push({ kind, message, start, end, fix });
    return null;
  }
  function seriesOf({ key }: KeyNode): Series | undefined {
    return catalogue.series.get(key);
  }
  function range(node: RangeNode, series: Series | undefined): RangeShape | null {
    return checkRange(node, series, typeOf, report);
  }

  function typeOf(node: Expression): StaticType | null {
    switch (node.kind) {
      case "number":
        return { type: node.dimension };
      case "period":
        return asLiteralPeriod(node);
      case "none":
        return { type: "period", frequency: null, literal: true };
      case "binary":
        return checkBinary(node, typeOf, report);
      case "negate":
      case "abs":
        return checkQuantity(node.operand, typeOf, report);
      case "asOf":
        return typeOf(node.operand);
      case "at":
        checkPoint(node.period, seriesOf(node.key), typeOf, report);
        return unitOfSeries(seriesOf(node.key));
      case "aggregate": {
        const series = seriesOf(node.key);
        range(node.range, series);
        if (node.name === "sum" && series?.kind === "stock") reportStock(node, node.key, report);
        return unitOfSeries(series);
      }
      case "change":
        checkChange(node, seriesOf(node.key), range, report);
        return node.name === "pct_change" ? { type: "percent" } : unitOfSeries(seriesOf(node.key));
      case "share":
        checkShare(node, seriesOf(node.part), seriesOf(node.whole), range, report);
        return { type: "percent" };
      case "rank":
        checkPoint(node.period, seriesOf(node.key), typeOf, report);
        checkCountry(node.key, catalogue, report);
        return { type: "number" };
      case "record":
        checkPoint(node.period, seriesOf(node.key), typeOf, report);
        return periodOfSeries(seriesOf(node.key));
      case "latest":
        return periodOfSeries(seriesOf(node.key));
    }
  }

  const type = typeOf(tree)?.type ?? null;
  return { type: problems.length === 0 ? type : null, problems };
}

function unitOfSeries(series: Series | undefined): StaticType | null {
  return series === undefined ? null : { type: series.unit };
}

function periodOfSeries(series: Series | undefined): StaticType | null {
  return series === undefined
    ? null
    : { type: "period", frequency: series.frequency, literal: false };
}

function checkQuantity(node: Expression, typeOf: TypeOf, report: Report): StaticType | null {
  const found = typeOf(node);
  if (found === null || (found.type !== "period" && found.type !== "truth")) return found;
  return report(node, "type-mismatch", `Expected an amount: ${describeNode(node, found)}`);
}

function checkBinary(node: BinaryNode, typeOf: TypeOf, report: Report): StaticType | null {
  const { operator } = node;
  switch (operator) {
    case "and":
    case "or":
      for (const side of [node.left, node.right]) {
        const found = typeOf(side);
        if (found && found.type !== "truth") {
          report(
            side,
            "type-mismatch",
            `\`${operator}\` joins statements: ${describeNode(side, found)}`,
          );
        }
      }
      return { type: "truth" };
    case "+":
    case "-":
    case "*":
    case "/": {
      const left = checkQuantity(node.left, typeOf, report);
      const right = checkQuantity(node.right, typeOf, report);
      if (!left || !right || !isQuantity(left) || !isQuantity(right)) return null;
      const type = unitOf(operator, left.type, right.type);
      if (type) return { type };
      const message = `\`${operator}\` does not go with these units: ${describeNode(node.left, left)}, ${describeNode(node.right, right)}`;
      return report(node, "unit-mismatch", message, unitFix(node, left, right));
    }
    default:
      checkComparison(node, typeOf, report);
      return { type: "truth" };
  }
}

function isQuantity(found: StaticType): found is { type: Dimension } {
  return found.type !== "period" && found.type !== "truth";
}

function unitFix(
  { left, right }: BinaryNode,
  leftType: StaticType,
  rightType: StaticType,
): string | undefined {
  const [plain, other] =
    rightType.type === "number" ? [right, leftType.type] : [left, rightType.type];
  if (plain.kind !== "number" || plain.dimension !== "number") return undefined;
  if (other === "USD") return `write a dollar amount: $${plain.digits} billion`;
  return other === "percent" ? `write a percentage: ${plain.digits}%` : undefined;
}

function checkComparison(node: BinaryNode, typeOf: TypeOf, report: Report): null {
  let [left, right] = [typeOf(node.left), typeOf(node.right)];
  if (!left || !right) return null;
  if (left.type === "period") right = asLiteralPeriod(node.right) ?? right;
  if (right.type === "period") left = asLiteralPeriod(node.left) ?? left;
  const sides = `${describeNode(node.left, left)}, ${describeNode(node.right, right)}`;
  if (left.type === "truth" || right.type === "truth") {
    return report(
      node,
      "type-mismatch",
      `A statement is not compared: ${sides}`,
      "join statements with `and` and `or`",
    );
  }
  if (left.type === "period" && right.type === "period") {
    if (left.frequency === null || right.frequency === null) {
      if (node.operator === "=" || node.operator === "!=") return null;
      return report(node, "type-mismatch", "`none` is compared only with `=` and `!=`");
    }
    if (left.frequency === right.frequency || left.literal || right.literal) return null;
    return report(node, "frequency-mismatch", `Periods of two frequencies: ${sides}`);
  }
  if (left.type === right.type) return null;
  if (left.type === "period" || right.type === "period") {
    return report(node, "type-mismatch", `A period is compared with a period: ${sides}`);
  }
  if (isPlainZero(node.left) || isPlainZero(node.right)) return null;
  return report(
    node,
    "unit-mismatch",
    `These do not compare: ${sides}`,
    unitFix(node, left, right),
  );
}

function reportStock(node: TextRange, { key }: KeyNode, report: Report): null {
  return report(
    node,
    "stock-over-time",
    `\`${key}\` is a stock: a level at the end of each period, never added up over time`,
    `write at(${key}, PERIOD) for the level, or change(${key}, PERIOD) for what was added`,
  );
}

function checkChange(
  node: ChangeNode,
  series: Series | undefined,
  range: (node: RangeNode, series: Series | undefined) => RangeShape | null,
  report: Report,
): null {
  const shape = range(node.range, series);
  const earlier = node.earlier && range(node.earlier, series);
  if (series?.kind === "stock" && (shape === "span" || earlier === "span"))
    return reportStock(node, node.key, report);
  if (!node.earlier || !shape || !earlier || shape === earlier) return null;
  return report(
    node.earlier,
    "frequency-mismatch",
    `\`${node.name}\` compares two periods, or two ranges of one length`,
  );
}

function checkShare(
  node: ShareNode,
  part: Series | undefined,
  whole: Series | undefined,
  range: (node: RangeNode, series: Series | undefined) => RangeShape | null,
  report: Report,
): null {
  const shape = range(node.range, part ?? whole);
  if (!part || !whole) return null;
  if (part.unit !== whole.unit || part.kind !== whole.kind || part.frequency !== whole.frequency) {
    const describe = ({ key, kind, frequency }: Series): string =>
      `\`${key}\` is a ${frequency} ${kind}`;
    return report(
      node,
      "unlike-series",
      `A share is of like in like: ${describe(part)}, ${describe(whole)}`,
    );
  }
  return part.kind === "stock" && shape === "span" ? reportStock(node, node.part, report) : null;
}

function checkCountry(node: KeyNode, catalogue: Catalogue, report: Report): null {
  const peers = catalogue.peers.get(node.key);
  if (!catalogue.series.has(node.key) || peers?.some(({ key }) => key === node.key)) return null;
  const [like] = peers ?? [];
  const fix = like && `rank a country, such as \`${like.key}\``;
  return report(
    node,
    "not-a-country",
    `\`${node.key}\` is not a country: only countries are ranked`,
    fix,
  );
}
