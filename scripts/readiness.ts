/** What a server that runs can do without, by name, when it lacks it. */
export interface Standing {
  /** Whether the store answers. */
  readonly store: boolean;
  /** Whether the content in the folder is what readers are shown. */
  readonly content: boolean;
}

declare global {
  /** How the site stands, within a second; set by instrumentation.ts. */
  var tickmarkStanding: (() => Promise<Standing>) | undefined;
}

/** What balancers and operators are told. */
export interface Told {
  readonly status: "starting" | "ready" | "stopping";
  /** What is missing while readers are served from what is at hand. */
  readonly degraded: readonly (keyof Standing)[];
}

/**
 * Whether a process takes requests: from its first page on until it is told to stop. A store that is down is no reason to send
 * readers elsewhere, as it is down for every process, and pages, receipts and feeds go on being served: so it stays ready, and says
 * what it lacks.
 */
export class Readiness {
  readonly #isStopping: () => boolean;
  #isOpen = false;

  constructor(isStopping: () => boolean) {
    this.#isStopping = isStopping;
  }

  /** The first page was served. */
  open(): void {
    this.#isOpen = true;
  }

  get isReady(): boolean {
    return this.#isOpen && !this.#isStopping();
  }

  async tell(): Promise<Told> {
    if (this.#isStopping()) return { status: "stopping", degraded: [] };
    if (!this.#isOpen) return { status: "starting", degraded: [] };
    const standing = await globalThis.tickmarkStanding?.();
    const names = ["store", "content"] as const;
    return { status: "ready", degraded: names.filter((name) => standing?.[name] === false) };
  }
}
