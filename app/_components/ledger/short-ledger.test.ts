import { expect, test } from "vitest";
import { shortLedger } from "./short-ledger.ts";

const claim = {
  ...{
    number: 1,
    id: "ab12",
    path: "/articles/a/claims/ab12",
    words: "fell",
    computed: "−$9.6 billion",
  },
  verdict: "holds-rounded",
  standing: "holds-rounded",
} as const;

test("a row leads to the place in the text and to the receipt, and has value, verdict and standing", () => {
  expect(shortLedger([claim])).toBe(
    '<tr><th scope="row"><a href="#claim-ab12" aria-label="Claim 1 in the text">1</a></th>' +
      '<td><a href="/articles/a/claims/ab12">fell</a></td><td class="figure">−$9.6 billion</td>' +
      "<td>Holds, rounded</td><td>Holds, rounded</td></tr>",
  );
});

test("a claim that no longer holds stands out, by weight and not by colour alone", () => {
  expect(shortLedger([{ ...claim, standing: "drifted" }])).toContain(
    "<td><strong>Drifted</strong></td>",
  );
});

test("words of an article are never markup", () => {
  expect(shortLedger([{ ...claim, words: '<b>"a" & b' }])).toContain(
    ">&lt;b&gt;&quot;a&quot; &amp; b<",
  );
});
