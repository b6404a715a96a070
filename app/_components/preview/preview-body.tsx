import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { isValidElement, type ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { PreviewProblem, ReadArticle } from "#lib/site/preview-page";
import { groupNotes } from "../article/group-notes.ts";
import { previewComponents } from "./preview-components.tsx";

/** The text of an article as readers will have it, whatever is wrong with it. Nothing of it is run: it holds no code. */
export function previewBody(read: ReadArticle, problems: readonly PreviewProblem[]): ReactNode {
  const components = previewComponents(read, problems);
  const byName = new Map<string, unknown>(Object.entries(components));
  const body: unknown = toJsxRuntime(read.body, {
    ...{ Fragment, jsx, jsxs, components },
    createEvaluater: () => ({
      evaluateExpression: (name) =>
        name.type === "Identifier" ? byName.get(name.name) : undefined,
      evaluateProgram: () => undefined,
    }),
  });
  return isValidElement<{ children?: ReactNode }>(body) ? groupNotes(body, components.Note) : null;
}
