/** Where `sync` keeps the bytes it fetched, and `verify` looks for them, unless told otherwise. */
export function snapshotsFolder(): string {
  return process.env["TICKMARK_SNAPSHOTS"] || ".tickmark/snapshots";
}
