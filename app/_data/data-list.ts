import "server-only";
import { listData, type DataList } from "#lib/site/data-list";
import { dataPath, type DataQuery } from "#lib/site/data-query";
import { Kept } from "../_http/kept.ts";
import { Line } from "../_http/line.ts";
import { waitForHolds } from "./current-holds.ts";
import { store } from "./store.ts";

const kept = new Kept<DataList>(200);
/** One search at a time has one connection of the store's few: those who search never keep the other readers waiting. */
const line = new Line(50);

/**
 * A page of the index of series, made once for as long as the store's vintages are the same; null when so many wait for
 * theirs that one more would wait too long.
 */
export async function getDataList(query: DataQuery): Promise<DataList | null> {
  const address = `${await waitForHolds()} ${dataPath(query)}`;
  const known = kept.get(address);
  if (known) return known;
  const list = await line.join(async () => {
    // Who asked the same and came before has it made by now.
    const made = kept.get(address) ?? (await listData(store(), query));
    kept.set(address, made);
    return made;
  });
  return list === "busy" || list === "gone" ? null : list;
}
