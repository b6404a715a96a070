/**
 * Work that many ask for at once, done once for all of them: what is new is asked for by a crowd, and a line that they all stood in
 * would be full of the same.
 */
export class SharedWork<Done> {
  readonly #under = new Map<string, Promise<Done>>();

  /**
   * What `work` gives, which whoever asks for the same name meanwhile gets too; rejects as it does. "gone" is for the one alone who
   * has gone: of those who waited another has it done.
   */
  async once(name: string, work: () => Promise<Done>): Promise<Done> {
    const under = this.#under.get(name);
    if (under === undefined) return this.#begin(name, work);
    const done = await under;
    return done === "gone" ? this.once(name, work) : done;
  }

  #begin(name: string, work: () => Promise<Done>): Promise<Done> {
    const under = work().finally(() => this.#under.delete(name));
    this.#under.set(name, under);
    return under;
  }
}
