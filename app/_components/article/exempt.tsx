import { useId, type ReactNode } from "react";
import { Tick } from "../tick/tick.tsx";
import { TickedText } from "../tick/ticked-text.tsx";
import "../../_styles/exempt.css";

/** Words that no data check: marked so, and the mark opens why. The browser opens it, without a script. */
export function Exempt({ reason, children }: { reason: string | undefined; children: ReactNode }) {
  const id = useId();
  if (reason === undefined) return <TickedText kind="exempt">{children}</TickedText>;
  return (
    <span className="exempt">
      <TickedText
        kind="exempt"
        mark={
          <button type="button" popoverTarget={id} aria-label="Why this is not checked">
            <Tick kind="exempt" />
          </button>
        }
      >
        {children}
      </TickedText>
      <span className="exempt-note" id={id} popover="auto" role="note">
        <b>Not checked.</b> {reason}.
      </span>
    </span>
  );
}
