import { useEffect, useState } from "react";
import type { SearchFound } from "#lib/site/search-found";

/** What the search says of the text in the box. */
export interface SearchState {
  /** The last answer, which may be to an earlier text; null before the first. */
  readonly found: SearchFound | null;
  /** The text that the answer is to. */
  readonly answered: string | null;
  readonly trouble: "waiting" | "slow" | "failed" | null;
}

/** So long after the last key the search is asked, so long after that it is said to be, and it is slow; in milliseconds. */
const [pause, quick, patience] = [120, 400, 3_000];

/** Asks the search while a reader types. An answer that comes late is dropped; when none comes, the last one stays. */
export function useSearch(text: string): SearchState {
  const [state, setState] = useState<SearchState>({ found: null, answered: null, trouble: null });
  useEffect(() => {
    if (text === "") return;
    const asking = new AbortController();
    const say = (trouble: SearchState["trouble"]) =>
      setState((last) => (asking.signal.aborted ? last : { ...last, trouble }));
    const waiting = setTimeout(() => say("waiting"), pause + quick);
    const slow = setTimeout(() => say("slow"), pause + patience);
    const stopClocks = () => {
      clearTimeout(waiting);
      clearTimeout(slow);
    };
    const ask = setTimeout(() => {
      askSearch(text, asking.signal)
        .then((found) => {
          if (!asking.signal.aborted) setState({ found, answered: text, trouble: null });
        })
        .catch(() => say("failed"))
        .finally(stopClocks);
    }, pause);
    return () => {
      asking.abort();
      clearTimeout(ask);
      stopClocks();
    };
  }, [text]);
  return state;
}

async function askSearch(text: string, signal: AbortSignal): Promise<SearchFound> {
  const address = `/search/results?${new URLSearchParams({ q: text }).toString()}`;
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`The search answers ${answer.status}`);
  return readFound(await answer.json());
}

/** Our own server's answer to our own page: looked at just enough to fail here and not in the list. */
function readFound(answer: unknown): SearchFound {
  if (!isFound(answer)) throw new TypeError("The search gave no answer that this page can read");
  return answer;
}

function isFound(answer: unknown): answer is SearchFound {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "groups" in answer &&
    Array.isArray(answer.groups) &&
    "suggested" in answer &&
    Array.isArray(answer.suggested)
  );
}
