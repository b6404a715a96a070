import { cardPng } from "#lib/charts/card";
import { isPreview } from "../../../_data/is-preview.ts";
import { previews } from "../../../_data/preview.ts";
import { reportOutage } from "../../../_data/report-outage.ts";
import { Line } from "../../../_http/line.ts";
import { laterAnswer, plainAnswer } from "../../../_http/plain-answer.ts";

export const dynamic = "force-dynamic";

const line = new Line();

/** The social card of an article as it is now. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  if (!isPreview()) return plainAnswer("There is no such page.", 404);
  const { slug } = await params;
  try {
    const card = await previews().card(slug);
    if (card === null) return plainAnswer("There is no card of it yet.", 404);
    const made = await line.join(() => Promise.resolve(cardPng(card)), request.signal);
    if (made === "busy" || made === "gone") return laterAnswer("Too many cards are drawn.", 2);
    return new Response(new Uint8Array(made), {
      headers: { "content-type": "image/png", "cache-control": "no-store" },
    });
  } catch (error) {
    reportOutage("A card cannot be drawn", error);
    return laterAnswer("The card cannot be drawn at the moment.", 5);
  }
}
