/** The part of Next's own cache that our test calls. */
export default class VintageCache {
  constructor(context: object);
  set(key: string, page: object | null, context: object): Promise<void>;
}
