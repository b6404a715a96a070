import { startThrowAwayCluster, type Cluster } from "./cluster.ts";

/** What a step may use: the clone, and a cluster that is thrown away after the last. */
export interface TestGround {
  readonly root: string;
  /** Where the build of the tests goes, so that a running `npm start` keeps its own. */
  readonly buildFolder: string;
  /** The throw-away cluster; started when first asked for. */
  readonly server: () => Promise<string>;
  /** A store in it, with the figures loaded; made when first asked for under this name. Who changes what it holds names one of its own. */
  readonly store: (name: string) => Promise<string>;
}

/** The store that is read and never changed: by the gate, and by the build. */
export const siteStore = "tickmark_site";

/** A cluster for this run, made when the first step asks for it, in which the figures are loaded once. */
export function prepareGround(root: string): TestGround & { clear(): Promise<void> } {
  let cluster: Promise<Cluster> | undefined;
  const loaded = new Map<string, Promise<string>>();
  const server = async () => (await (cluster ??= startThrowAwayCluster())).url;
  const load = async (name: string) => {
    // Needs Prisma's client, which may not have been generated when this file is read.
    const { createSeededDatabase } = await import("#lib/store/test-store");
    return createSeededDatabase(await server(), name, root);
  };
  return {
    root,
    buildFolder: ".tickmark/test-build",
    server,
    store: (name) => {
      const store = loaded.get(name) ?? load(name);
      loaded.set(name, store);
      return store;
    },
    clear: async () => (await cluster?.catch(() => undefined))?.stop(),
  };
}
