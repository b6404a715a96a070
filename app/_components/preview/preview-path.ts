/** What of an article is looked at: as readers will have it, as feeds will, or as networks show a link to it. */
export type PreviewTab = "article" | "feed" | "card";

/** Where the preview of an article is. */
export function previewPath(slug: string, tab: PreviewTab = "article"): string {
  return tab === "article" ? `/preview/${slug}` : `/preview/${slug}/${tab}`;
}
