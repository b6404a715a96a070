import type { Catalogue } from "./catalogue.ts";
import { checkPoint, checkRange, type RangeShape } from "./check-periods.ts";
import type { ExpressionProblem, ExpressionProblemKind } from "./problem.ts";
import { checkBinary, checkQuantity } from "./check-operators.ts";
import { checkPart, checkRank, checkStep, checkSummable } from "./check-functions.ts";
import { checkSeries } from "./check-series.ts";
import type { SeriesNode } from "./series-node.ts";
import { shapeOf, type SeriesShape } from "./series-shape.ts";
import { asLiteralPeriod, type ExpressionType, type StaticType } from "./static-type.ts";
import { partsOf, type Expression, type RangeNode, type TextRange } from "./tree.ts";

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
  function shape(node: SeriesNode): SeriesShape | undefined {
    return shapeOf(node, catalogue.series);
  }
  function range(node: RangeNode, series: SeriesShape | undefined): RangeShape | null {
    return checkRange(node, series, typeOf, report);
  }
  function point(node: Expression, series: SeriesShape | undefined, asksValue = false): void {
    checkPoint(node, series, asksValue, typeOf, report);
  }

  function typeOf(node: Expression): StaticType | null {
    for (const series of partsOf(node).series) {
      // Peers stand beside one another, and are not added up.
      if (node.kind !== "rank" || series !== node.peers) checkSeries(series, catalogue, report);
    }
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
        point(node.period, shape(node.key), true);
        return unitOfSeries(shape(node.key));
      case "aggregate":
        range(node.range, shape(node.key));
        if (node.name === "sum") checkSummable(node, shape(node.key), report);
        return unitOfSeries(shape(node.key));
      case "change":
        checkStep(node, shape(node.key), range, report);
        return node.name === "pct_change" ? { type: "percent" } : unitOfSeries(shape(node.key));
      case "growth":
        point(node.period, shape(node.key));
        point(node.earlier, shape(node.key));
        return { type: "percent" };
      case "distance":
        range(node.range, shape(node.key) ?? shape(node.other));
        checkPart(node, catalogue, report);
        return unitOfSeries(shape(node.key));
      case "share": {
        const isSpan = range(node.range, shape(node.part) ?? shape(node.whole)) === "span";
        if (checkPart(node, catalogue, report) && isSpan) {
          checkSummable(node, shape(node.part), report);
        }
        return { type: "percent" };
      }
      case "contribution":
        if (checkPart(node, catalogue, report)) {
          checkStep(node, shape(node.part) ?? shape(node.whole), range, report);
        }
        return { type: "percent" };
      case "rank":
        point(node.period, shape(node.key));
        checkRank(node, catalogue, report);
        return { type: "number" };
      case "recordRank":
      case "run":
        point(node.period, shape(node.key));
        return { type: "number" };
      case "count":
        range(node.range, shape(node.key));
        return { type: "number" };
      case "record":
        point(node.period, shape(node.key));
        return periodOfSeries(shape(node.key));
      case "latest":
      case "first":
        return periodOfSeries(shape(node.key));
    }
  }

  const type = typeOf(tree)?.type ?? null;
  return { type: problems.length === 0 ? type : null, problems };
}

function unitOfSeries(series: SeriesShape | undefined): StaticType | null {
  return series === undefined ? null : { type: series.unit };
}

function periodOfSeries(series: SeriesShape | undefined): StaticType | null {
  return series === undefined
    ? null
    : { type: "period", frequency: series.frequency, literal: false };
}
