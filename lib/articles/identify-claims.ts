import { createHash } from "node:crypto";
import type { Problem } from "#lib/series/problem";
import type { ClaimMark } from "./mark.ts";

/** A claim with the id that its receipt's permanent address ends in. */
export interface IdentifiedClaim extends ClaimMark {
  readonly id: string;
}

/**
 * Gives each claim its id: the one its editor wrote, or one derived from what it asks (form, expression, vintage). The
 * words are left out on purpose: mending a figure must not break the address of its receipt. The same question asked
 * again gets -2, -3, …
 */
export function identifyClaims(marks: readonly ClaimMark[]): {
  claims: IdentifiedClaim[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const used = new Set<string>();
  const given = new Set(marks.flatMap((mark) => mark.givenId ?? []));
  const counts = new Map<string, number>();
  /** The id with the lowest number that is neither used nor given; a number once passed is never free again. */
  const firstFree = (base: string): string => {
    for (let count = counts.get(base) ?? 1; ; count += 1) {
      const id = count === 1 ? base : `${base}-${count}`;
      if (used.has(id) || given.has(id)) continue;
      counts.set(base, count + 1);
      return id;
    }
  };
  const claims = marks.map((mark) => {
    if (mark.givenId !== null && used.has(mark.givenId)) {
      problems.push({
        kind: "claim-id",
        message: `the id "${mark.givenId}" is used twice`,
        at: mark.at,
        fix: "give each claim an id of its own, or leave it out",
      });
    }
    const id = mark.givenId ?? firstFree(derivedId(mark));
    used.add(id);
    return { ...mark, id };
  });
  return { claims, problems };
}

function derivedId({ form, expression, asOf }: ClaimMark): string {
  const question = [form, expression.replace(/\s+/g, " ").trim(), asOf ?? ""].join("\n");
  return createHash("sha256").update(question).digest("hex").slice(0, 8);
}
