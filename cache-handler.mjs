import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** Next's own cache of pages made ahead. Next is pinned to one version, and e2e/new-vintage.spec.ts shows that this works. */
const {
  default: FileSystemCache,
} = require("next/dist/server/lib/incremental-cache/file-system-cache");

const marker = /<meta name="tickmark:vintages" content="([0-9a-f]+)"/;

/**
 * The vintage is part of the key: a page made from other vintages than the store has now is no page, and Next makes it
 * again before it answers. So no page is ever behind another, in whichever process it was made, and nothing has to be
 * told to invalidate. `tickmarkHolds` is set by instrumentation.ts; while building there is none, and nothing is stale.
 */
export default class VintageCache extends FileSystemCache {
  async get(...args) {
    const entry = await super.get(...args);
    if (entry?.value?.kind !== "APP_PAGE" || globalThis.tickmarkHolds === undefined) return entry;
    const [, made] = marker.exec(entry.value.html) ?? [];
    return made === undefined || (await isCurrent(made)) ? entry : null;
  }
}

/** When the store cannot be asked, the last good page stays. */
async function isCurrent(made) {
  try {
    return made === (await globalThis.tickmarkHolds());
  } catch {
    return true;
  }
}
