import { seen } from "#lib/seen/seen";
import { inSpan } from "#lib/seen/trace";

/** Counts and times a question to the gate, by whether it found anything. */
export async function seenGate<T extends { readonly problems: readonly unknown[] }>(
  ask: () => Promise<T>,
): Promise<T> {
  const { gateRuns, gateTime } = seen().meters;
  const end = gateTime.startTimer();
  try {
    const found = await inSpan("gate", {}, ask);
    gateRuns.inc({ outcome: found.problems.length === 0 ? "passed" : "refused" });
    return found;
  } catch (error) {
    gateRuns.inc({ outcome: "failed" });
    throw error;
  } finally {
    end();
  }
}
