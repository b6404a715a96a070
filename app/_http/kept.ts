/** Values by key, the least used forgotten when they weigh more than `limit` together. */
export class Kept<Value> {
  readonly #values = new Map<string, Value>();
  readonly #limit: number;
  readonly #weightOf: (value: Value) => number;
  #weight = 0;

  /** Where nothing else is said each weighs the same: `limit` is how many are kept. */
  constructor(limit: number, weightOf: (value: Value) => number = () => 1) {
    this.#limit = limit;
    this.#weightOf = weightOf;
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    // A Map keeps the order of entry: the least used stays first.
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    const last = this.#values.get(key);
    this.#weight += this.#weightOf(value) - (last === undefined ? 0 : this.#weightOf(last));
    this.#values.delete(key);
    this.#values.set(key, value);
    for (const [oldest, old] of this.#values) {
      if (this.#weight <= this.#limit) return;
      this.#values.delete(oldest);
      this.#weight -= this.#weightOf(old);
    }
  }
}
