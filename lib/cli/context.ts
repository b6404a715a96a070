import { openStore, type Store } from "#lib/store/store";

/** What a command is given from outside: where the store is, and where its words go. */
export interface Context {
  readonly databaseUrl: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** All of standard input; without it there is nothing to read. */
  readonly readInput?: () => Promise<string>;
  /** Asks who sits at the terminal; without it nobody does. */
  readonly ask?: (question: string) => Promise<string>;
  /** Ends a command that stays until it is stopped; a signal of the operating system does when not given. */
  readonly signal?: AbortSignal;
  /** What the clock says; that of this machine when not given. */
  readonly now?: () => Date;
}

/** Opens the store for the length of one task. */
export async function withStore<T>(
  { databaseUrl }: Context,
  task: (store: Store) => Promise<T>,
): Promise<T> {
  const store = openStore(databaseUrl);
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}
