import { isPreview } from "../../_data/is-preview.ts";
import { plainAnswer } from "../../_http/plain-answer.ts";

export const dynamic = "force-dynamic";

/** What a reader of feeds may make of an entry: type in a column, pictures no wider, lines under the rows of tables. */
const sheet = `
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 1.5rem auto; padding: 0 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
img { max-width: 100%; height: auto; background: #fff; }
figure { margin: 1.5rem 0; }
figcaption, small { font-size: 0.875rem; }
table { border-collapse: collapse; font-size: 0.875rem; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid; text-align: left; }
`;

/** The style sheet of the frame in which a preview shows an entry. */
export function GET(): Response {
  if (!isPreview()) return plainAnswer("There is no such page.", 404);
  return new Response(sheet, {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "no-store" },
  });
}
