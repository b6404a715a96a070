import type { Report, TypeOf } from "./check-types.ts";
import {
  asLiteralPeriod,
  describeNode,
  isPlainZero,
  unitOf,
  type StaticType,
} from "./static-type.ts";
import type { BinaryNode, Expression } from "./tree.ts";
import type { Dimension } from "#lib/series/format";

/** The type of an operand that must be an amount. */
export function checkQuantity(node: Expression, typeOf: TypeOf, report: Report): StaticType | null {
  const found = typeOf(node);
  if (found === null || (found.type !== "period" && found.type !== "truth")) return found;
  return report(node, "type-mismatch", `Expected an amount: ${describeNode(node, found)}`);
}

/** The type of an operation, after its sides have been checked to go together. */
export function checkBinary(node: BinaryNode, typeOf: TypeOf, report: Report): StaticType | null {
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
