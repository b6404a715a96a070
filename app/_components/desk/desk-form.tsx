import type { DeskArticle } from "#lib/desk/desk-article";
import { formatDay } from "#lib/series/format";
import { decideAtDesk } from "../../desk/actions.ts";

interface DeskFormProps {
  readonly article: DeskArticle;
  readonly typed: { readonly by: string; readonly note: string } | null;
}

/** An editor signs the article at the newer vintage, or leaves it as written. Works without scripts. */
export function DeskForm({ article: { slug, to, seen }, typed }: DeskFormProps) {
  return (
    <form className="desk-form" action={decideAtDesk} aria-label={`Decide on ${slug}`}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="seen" value={seen} />
      <p className="desk-form-why">
        For editors. To sign moves the article to the vintage of {formatDay(to)}; it is refused
        while words do not hold there. To leave keeps it as written, and needs a reason.
      </p>
      <p>
        <label htmlFor={`${slug}-by`}>Name, as readers see it</label>
        <input
          id={`${slug}-by`}
          name="by"
          required
          maxLength={100}
          autoComplete="name"
          defaultValue={typed?.by ?? ""}
        />
      </p>
      <p>
        <label htmlFor={`${slug}-note`}>Note or reason, as readers see it</label>
        <input
          id={`${slug}-note`}
          name="note"
          maxLength={280}
          autoComplete="off"
          defaultValue={typed?.note ?? ""}
        />
      </p>
      <p>
        <label htmlFor={`${slug}-key`}>Key</label>
        <input
          id={`${slug}-key`}
          name="key"
          type="password"
          required
          maxLength={200}
          autoComplete="current-password"
        />
      </p>
      <p className="desk-form-ways">
        <button type="submit" name="decision" value="signed">
          Sign
        </button>
        <button type="submit" name="decision" value="left">
          Leave as written
        </button>
      </p>
    </form>
  );
}
