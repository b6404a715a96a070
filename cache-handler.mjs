import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** Next's own cache of pages made ahead. Next is pinned to one version, and e2e/new-vintage.spec.ts shows that this works. */
const {
  default: FileSystemCache,
} = require("next/dist/server/lib/incremental-cache/file-system-cache");

const marker = /<meta name="tickmark:vintages" content="([0-9a-f]+(?: [a-z0-9-]+)?)"/;

/** What a page says of itself when its address names nothing; see app/_components/site/no-such-page.tsx. */
const missing = '<meta name="tickmark:status" content="404"/>';

/** The one page for every address without a route, under the key of its address or of its route. */
const notFoundPage = /^(?:\/route-cache\/APP_PAGE\/[0-9a-f]+\/\$)?\/_not-found$/;

/**
 * The vintage is part of the key: a page made from other vintages than the store has now, or from other content, is no page, and
 * Next makes it again before it answers. So no page is ever behind another, in whichever process it was made, and nothing has to
 * be told to invalidate. `tickmarkIsCurrent` is set by instrumentation.ts; while building there is none, and nothing is stale.
 */
export default class VintageCache extends FileSystemCache {
  async get(...args) {
    const entry = await super.get(...args);
    if (entry?.value?.kind !== "APP_PAGE" || globalThis.tickmarkIsCurrent === undefined) {
      if (args[1]?.kind === "APP_PAGE" && entry === null) note("made");
      return entry;
    }
    const [, made] = marker.exec(entry.value.html) ?? [];
    const outcome = made === undefined ? "kept" : await judge(made);
    note(outcome);
    return outcome === "made" ? null : entry;
  }

  /** What is not found, or is elsewhere now, is not kept, or whoever asks for names that do not exist fills the disk: nothing ever removes them. */
  async set(key, page, context) {
    const isMissing =
      page?.kind === "APP_PAGE" &&
      (page.status === 404 || page.status === 308 || page.html.includes(missing));
    if (isMissing && !notFoundPage.test(key)) return;
    await super.set(key, page, context);
  }
}

/** When the store cannot be asked, no page can be made: the last good one stays. */
async function judge(made) {
  try {
    return (await globalThis.tickmarkIsCurrent(made)) ? "kept" : "made";
  } catch {
    return "kept-unasked";
  }
}

/** What the log and the meters say of the request's page (lib/seen/request-scope.ts). */
function note(outcome) {
  const scope = globalThis.tickmarkRequests?.getStore();
  if (scope) scope.page = outcome;
}
