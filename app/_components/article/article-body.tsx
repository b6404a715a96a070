import { getMDXComponent } from "mdx-bundler/client";
import { isValidElement, type ReactNode } from "react";
import type { ArticlePage } from "#lib/site/article-page";
import type { NowPage } from "#lib/site/now-page";
import { articleComponents } from "./article-components.tsx";
import { groupNotes } from "./group-notes.ts";

/**
 * The compiled text as elements, with each claim and chart in its place; beside the newest figures where these are given. Runs
 * on the server only: it evaluates code.
 */
export function articleBody(page: ArticlePage, now: NowPage | null = null): ReactNode {
  const components = articleComponents(page, now);
  // Called, not made an element of: what MDX compiles is a function without hooks, and its parts are wanted here.
  const compiled: unknown = getMDXComponent(page.code)({ components });
  const body = compiled ?? null;
  if (!isValidElement<{ children?: ReactNode }>(body)) {
    throw new Error(`The compiled text of ${page.slug} is not an element`);
  }
  return groupNotes(body, components.Note);
}
