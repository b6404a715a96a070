import { Prisma } from "../../prisma/client/client.ts";

/**
 * What led from `before`, `status_before` to `after`, `status`: `added`, `revised` or `withdrawn`; null when nothing did. A
 * difference of trailing zeros (`1021`, `1021.0`) is none.
 */
export const kindOfChange = Prisma.sql`CASE
  WHEN status_before IS NULL OR status_before = 'withdrawn' THEN CASE WHEN status <> 'withdrawn' THEN 'added' END
  WHEN status = 'withdrawn' THEN 'withdrawn'
  WHEN (before, status_before) IS DISTINCT FROM (after, status) THEN 'revised' END`;

/** Counts of changes called `c`, by their `kind`. */
export const countsByKind = Prisma.sql`count(*) FILTER (WHERE c.kind = 'added')::int AS added,
  count(*) FILTER (WHERE c.kind = 'revised')::int AS revised,
  count(*) FILTER (WHERE c.kind = 'withdrawn')::int AS withdrawn`;
