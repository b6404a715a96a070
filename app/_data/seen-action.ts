import "server-only";
import { requestScope } from "#lib/seen/request-scope";
import { seen } from "#lib/seen/seen";
import { inSpan } from "#lib/seen/trace";

/** What came of a server action: `failed` when something that it needed did. */
type ActionOutcome = "answered" | "refused" | "failed";

/** Counts and times a server action by its name. What it was asked is nobody's business. */
export async function seenAction<T>(
  action: "queryChart" | "checkPasted" | "decide",
  outcomeOf: (answer: T) => Exclude<ActionOutcome, "failed">,
  work: () => Promise<T>,
): Promise<T> {
  const { actions, actionTime } = seen().meters;
  const scope = requestScope();
  const outages = scope?.outages ?? 0;
  const end = actionTime.startTimer({ action });
  const count = (outcome: ActionOutcome) => {
    end();
    actions.inc({ action, outcome });
  };
  try {
    const answer = await inSpan(`action ${action}`, {}, work);
    count((scope?.outages ?? 0) > outages ? "failed" : outcomeOf(answer));
    return answer;
  } catch (error) {
    count("failed");
    throw error;
  }
}
