import "server-only";

/** Whether this server shows articles that are not published. What it is not told to show it does not know of. */
export function isPreview(): boolean {
  return process.env["TICKMARK_PREVIEW"] === "1";
}
