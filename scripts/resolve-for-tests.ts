import type { Plugin } from "vitest/config";

/**
 * Packages as the site and the command get them. Vitest asks for what packages keep for developers, and a parser of Markdown
 * that reports each of its steps to nobody takes half as long again.
 */
export const asPublished: Plugin = {
  name: "packages as published",
  configResolved: ({ ssr }) => {
    const conditions = ssr.resolve?.conditions ?? [];
    conditions.splice(0, conditions.length, "node");
  },
};
