import { getMDXComponent } from "mdx-bundler/client";
import type { ReactNode } from "react";
import type { ComponentGuide, GuideEntry } from "#lib/site/component-guide";
import { articleComponents } from "../article/article-components.tsx";
import { ComponentEntry } from "./component-entry.tsx";

/**
 * Each component with its example, live as an article shows it. Runs on the server only: it evaluates code. Without a page, of
 * examples that do not hold over what this site has, they are shown as text.
 */
export function ComponentExamples({ entries, page }: ComponentGuide): ReactNode {
  if (page === null) {
    return entries.map((entry) => <ComponentEntry key={entry.name} entry={entry} isLive={false} />);
  }
  const live = page.contents.map(({ text }) => text);
  const components = {
    ...articleComponents(page, null),
    h1: () => null,
    Dek: () => null,
    h2: ({ children }: { children?: ReactNode }) => {
      const entry = entries.find(({ name }) => name === children);
      if (entry === undefined) throw new Error("A heading of the examples names no component");
      return <ComponentEntry entry={entry} isLive />;
    },
  };
  const Examples = getMDXComponent(page.code);
  return (
    <>
      {Examples({ components })}
      {entries
        .filter(({ name }) => !live.includes(name))
        .map((entry: GuideEntry) => (
          <ComponentEntry key={entry.name} entry={entry} isLive={false} />
        ))}
    </>
  );
}
