import { getMDXComponent } from "mdx-bundler/client";
import { createElement, type ReactElement } from "react";
import type { ArticlePage } from "#lib/site/article-page";
import { articleComponents } from "./article-components.tsx";

/** The compiled text as elements, with each claim and chart in its place. Runs on the server only: it evaluates code. */
export function articleBody(page: ArticlePage): ReactElement {
  return createElement(getMDXComponent(page.code), { components: articleComponents(page) });
}
