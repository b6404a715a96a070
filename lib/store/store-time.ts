import type { Store } from "./store.ts";

/** What time it is where the store is. */
export async function storeTime(store: Store): Promise<Date> {
  const { rows } = await store.pool.query<{ time: Date }>({
    name: "store-time",
    text: "SELECT clock_timestamp() AS time",
  });
  const [row] = rows;
  if (row === undefined) throw new Error("The store does not tell the time");
  return row.time;
}
