import "server-only";
import { currentHolds, lastHolds } from "./current-holds.ts";

/**
 * What is kept under what the store and the content hold; nothing when it is to be made, and its name then. While the store cannot
 * be asked, what was kept last is as good as the pages that stay; what would have to be made rejects, sooner than by a query.
 */
export async function findKept<Kept>(
  name: string,
  kept: { get(key: string): Kept | undefined },
): Promise<{ readonly key: string; readonly value: Kept | undefined }> {
  try {
    const key = `${await currentHolds()} ${name}`;
    return { key, value: kept.get(key) };
  } catch (error) {
    const key = `${lastHolds() ?? ""} ${name}`;
    const value = kept.get(key);
    if (value === undefined) throw error;
    return { key, value };
  }
}
