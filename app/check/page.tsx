import type { Metadata } from "next";
import { headers } from "next/headers";
import type { AddressParameters } from "#lib/site/data-query";
import { CheckForm } from "../_components/check/check-form.client.tsx";
import { CheckIntro } from "../_components/check/check-intro.tsx";
import { CheckLimits } from "../_components/check/check-limits.tsx";
import { CheckedAnswer } from "../_components/check/checked-answer.tsx";
import { alternatesOf } from "../_components/site/alternates.ts";
import { getCheckBasis } from "../_data/check.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { answerTo } from "./answers.ts";
import "../_styles/check.css";
import "../_styles/check-answer.css";
import "../_styles/check-print.css";

export const metadata: Metadata = {
  title: "Check a text",
  description:
    "Paste a text on the Treasury’s TIC data, and see what the figures published say of each of its figures.",
  alternates: alternatesOf("/check"),
};

const outage =
  "The figures cannot be read at the moment, so no text can be checked. Please try again in a minute.";

interface CheckProps {
  readonly searchParams: Promise<AddressParameters>;
}

/** Anybody's text, with each of its figures held against the store. The answer is in the page that the form comes back with. */
export default async function CheckPage({ searchParams }: CheckProps) {
  const answer = answerTo(await headers());
  const { sample } = await searchParams;
  const basis = await getCheckBasis().catch((error: unknown) => {
    reportOutage("What a text is checked against cannot be read", error);
    return null;
  });
  const days = basis?.days ?? [];
  if (answer?.kind === "checked") {
    return (
      <div className="check">
        <CheckedAnswer key={crypto.randomUUID()} checked={answer.checked} />
        <section className="check-again" aria-labelledby="check-again">
          <h2 id="check-again">Change the text, or check another</h2>
          <CheckForm
            text={answer.checked.text}
            refusal={null}
            isAnswer
            asOf={answer.asOf}
            days={days}
          />
        </section>
        <CheckLimits />
      </div>
    );
  }
  const text = answer?.text ?? (sample === undefined ? "" : (basis?.sample ?? ""));
  return (
    <div className="check">
      <CheckIntro hasSample={basis !== null && basis.sample !== "" && text === ""} />
      <CheckForm
        text={text}
        refusal={answer?.message ?? (basis === null ? outage : null)}
        isAnswer={answer !== null}
        asOf={null}
        days={days}
      />
      <CheckLimits />
    </div>
  );
}
