import { fitSayings, howToTie } from "#lib/claims/fit-sayings";
import { judgeSaying } from "#lib/claims/judge-saying";
import { judgeStatement, type Judgement, type Mismatch, type Verdict } from "#lib/claims/judgement";
import { readSayings, type Trouble } from "#lib/claims/read-sayings";
import type { Saying } from "#lib/claims/saying";
import type { Evaluation } from "#lib/expressions/value";
import type { ClaimMark } from "./mark.ts";

/** What the words of a claim say of one of its expressions (null for a statement, which is only true or not), judged. */
export interface JudgedPart {
  readonly saying: Saying | null;
  readonly judgement: Judgement;
}

/** The expressions of a claim in their order, or why its words cannot be held against them. */
export type JudgedClaim = { readonly parts: readonly JudgedPart[] } | { readonly trouble: Trouble };

/**
 * Reads the words of a claim beside `count` expressions: as many sayings as expressions, in their order, or one saying that
 * must hold of each.
 */
function readClaim(
  { form, text }: Pick<ClaimMark, "form" | "text">,
  count: number,
): { readonly sayings: readonly (Saying | null)[] } | { readonly trouble: Trouble } {
  const read = readSayings(text);
  if (form === "statement") {
    if ("trouble" in read && read.trouble.kind === "no-figure") {
      return { sayings: Array.from({ length: count }, () => null) };
    }
    return { trouble: refuseStatement(text, read) };
  }
  if ("trouble" in read) return { trouble: read.trouble };
  const sayings = fitSayings(read.sayings, count);
  const [only] = sayings;
  if (sayings.length === count) return { sayings };
  if (only && sayings.length === 1) {
    return { sayings: Array.from({ length: count }, () => only) };
  }
  const quoted = sayings.map((saying) => `"${saying.text}"`).join(", ");
  return {
    trouble: {
      kind: "several-figures",
      message: `"${text}" says ${sayings.length} things (${quoted}), and of="…" holds ${count === 1 ? "one expression" : `${count} expressions`}`,
      fix: howToTie(sayings),
    },
  };
}

/** The judgement of a claim's words against evaluations of its expressions, at whatever vintage they were made. */
export function judgeClaim(
  claim: Pick<ClaimMark, "form" | "text">,
  evaluations: readonly Evaluation[],
): JudgedClaim {
  const read = readClaim(claim, evaluations.length);
  return "trouble" in read ? read : judgeSayings(read.sayings, evaluations);
}

/** The same of words that were read before, as often as they are held against another vintage. */
export function judgeSayings(
  sayings: readonly (Saying | null)[],
  evaluations: readonly Evaluation[],
): JudgedClaim {
  const parts: JudgedPart[] = [];
  for (const [at, evaluation] of evaluations.entries()) {
    const saying = sayings[at] ?? null;
    const judgement = judgePart(saying, evaluation);
    if (!("verdict" in judgement)) return { trouble: judgement };
    parts.push({ saying, judgement });
  }
  return { parts };
}

const fromBestToWorst: readonly Verdict[] = ["holds", "holds-rounded", "drifted", "flipped"];

/** The verdict on a claim of several parts. */
export function worstOf(parts: readonly JudgedPart[]): Verdict {
  const found = parts.map(({ judgement }) => judgement.verdict);
  return fromBestToWorst.findLast((verdict) => found.includes(verdict)) ?? "holds";
}

function judgePart(saying: Saying | null, evaluation: Evaluation): Judgement | Mismatch {
  return saying === null ? judgeStatement(evaluation) : judgeSaying(saying, evaluation);
}

/**
 * Words that say something would be ticked without having been held against anything. What of="…" would refuse as well is told
 * at once, so that nobody is sent from one to the other.
 */
function refuseStatement(text: string, read: ReturnType<typeof readSayings>): Trouble {
  const kind = "words-in-statement";
  if ("trouble" in read) {
    return {
      kind,
      message: `"${text}" says what holds="…" does not read, nor would of="…": ${read.trouble.message}`,
      fix: `${read.trouble.fix ?? "say it in other words"}; then tie what is left with of="…" and an expression that gives the value`,
    };
  }
  const said = read.sayings.map((saying) => `"${saying.text}"`).join(", ");
  return {
    kind,
    message: `"${text}" says ${said}, which holds="…" does not read`,
    fix: `tie ${said} with of="…" and an expression that gives the value, or leave it outside the mark where it is no figure of the data`,
  };
}
