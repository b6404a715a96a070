import { cardPng } from "#lib/charts/card";
import { getCard } from "../../../_data/card.ts";
import { findKept } from "../../../_data/find-kept.ts";
import { readAgain } from "../../../_data/read-again.ts";
import { reportOutage } from "../../../_data/report-outage.ts";
import { getSite } from "../../../_data/site.ts";
import { answerBytes } from "../../../_http/answer-bytes.ts";
import { KeptFiles, type KeptFile } from "../../../_http/kept-files.ts";
import { Line, type NotDone } from "../../../_http/line.ts";
import { laterAnswer, plainAnswer } from "../../../_http/plain-answer.ts";
import { SharedWork } from "../../../_http/shared-work.ts";

const files = new KeptFiles();
const line = new Line();
const shared = new SharedWork<KeptFile | null | NotDone>();

interface CardParams {
  readonly params: Promise<{ readonly kind: string; readonly file: string }>;
}

/** `/cards/articles/<slug>.png` and the like: the picture that a network shows beside a link to the page. */
export async function GET(request: Request, { params }: CardParams): Promise<Response> {
  const { kind, file } = await params;
  const name = /^([a-z0-9.-]{1,200})\.png$/.exec(file)?.[1];
  if (name === undefined) return plainAnswer("There is no such card.", 404);
  try {
    const { holds } = await getSite();
    const { key: address, value: kept } = await findKept(`${holds} ${kind} ${name}`, files);
    if (kept) return send(request, kept);
    const made = await shared.once(address, () =>
      line.join(() => readAgain(() => make(kind, name, address)), request.signal),
    );
    if (made === "busy" || made === "gone")
      return laterAnswer("Too many cards are being drawn.", 5);
    return made === null ? plainAnswer("There is no such card.", 404) : send(request, made);
  } catch (error) {
    reportOutage("A card cannot be drawn", error);
    return laterAnswer("The figures cannot be read at the moment.", 10);
  }
}

async function make(kind: string, name: string, address: string): Promise<KeptFile | null> {
  const card = await getCard(kind, name);
  if (card === null) return null;
  const made = {
    body: cardPng(card),
    mediaType: "image/png",
    fileName: `tickmark-${name}.png`,
  };
  files.set(address, made);
  return made;
}

function send(request: Request, { body, mediaType, fileName }: KeptFile): Response {
  const headers = {
    "content-type": mediaType,
    "content-disposition": `inline; filename="${fileName}"`,
    "cache-control": "public, max-age=300",
  };
  return answerBytes(request, { body, headers });
}
