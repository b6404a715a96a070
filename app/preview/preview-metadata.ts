import type { Metadata } from "next";
import type { AddressParameters } from "#lib/site/data-query";
import { isPreview } from "../_data/is-preview.ts";

/** What Next hands to the pages of a preview. */
export interface PreviewProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<AddressParameters>;
}

/**
 * The title of a tab of an editor's browser; no search engine keeps any of it. It rests on the address alone: what has to be
 * waited for Next would send later, by a script that our policy does not let run.
 */
export async function previewMetadata(params: PreviewProps["params"]): Promise<Metadata> {
  if (!isPreview()) return {};
  const { slug } = await params;
  return { title: `Preview: ${slug}`, robots: { index: false, follow: false } };
}
