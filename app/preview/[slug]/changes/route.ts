import { isPreview } from "../../../_data/is-preview.ts";
import { previews } from "../../../_data/preview.ts";
import { followMark } from "../../../_http/follow-mark.ts";
import { plainAnswer } from "../../../_http/plain-answer.ts";

export const dynamic = "force-dynamic";

/** The mark of the files of an article, each time that it changes, as server-sent events. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  if (!isPreview()) return plainAnswer("There is no such page.", 404);
  const { slug } = await params;
  return followMark(request, () => previews().stateOf(slug));
}
