import type { ReactNode } from "react";
import { formatDay } from "#lib/series/format";
import type { ArticlePage } from "#lib/site/article-page";
import { TickedText } from "../tick/ticked-text.tsx";

/** A figure somebody else gave: marked as theirs, and linked to who said it and when. */
export function Quoted({
  source,
  children,
}: {
  source: ArticlePage["sources"][number];
  children: ReactNode;
}) {
  return (
    <a
      className="quoted"
      href={`#${sourceAnchor(source.id)}`}
      title={`${source.publisher}, ${formatDay(source.date)}`}
    >
      <TickedText kind="quoted">{children}</TickedText>
    </a>
  );
}

/** Where a source stands in the article's list. */
export function sourceAnchor(id: string): string {
  return `source-${id}`;
}
