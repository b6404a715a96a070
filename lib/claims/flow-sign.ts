import type { Series } from "#lib/series/series";

/**
 * Whether a positive value of net flows means sales: so the Treasury prints "net U.S. sales of foreign securities". The first
 * verb of the sign convention says it.
 */
export function countsSales({ measure, signConvention }: Series): boolean {
  return measure === "net" && /\b(bought|sold)\b/u.exec(signConvention)?.[1] === "sold";
}
