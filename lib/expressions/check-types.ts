import type { Series } from "#lib/series/series";
import type { Catalogue } from "./catalogue.ts";
import { checkPoint, checkRange, type RangeShape } from "./check-periods.ts";
import type { ExpressionProblem, ExpressionProblemKind } from "./problem.ts";
import { checkBinary, checkQuantity } from "./check-operators.ts";
import { checkChange, checkCountry, checkShare, checkSummable } from "./check-functions.ts";
import { asLiteralPeriod, type ExpressionType, type StaticType } from "./static-type.ts";
import type { Expression, KeyNode, RangeNode, TextRange } from "./tree.ts";

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
        if (node.name === "sum") checkSummable(node, node.key, series, report);
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
