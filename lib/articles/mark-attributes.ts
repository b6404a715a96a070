import { nearest } from "#lib/series/nearest";
import { isVintageDate } from "#lib/series/observation";
import type { Place, Problem } from "#lib/series/problem";
import type { Component } from "./components.ts";
import { exemptions, findStoreFigure, isExemption } from "./exempt-figures.ts";
import type { Mark } from "./mark.ts";

/** The mark that a component and its words make, or why they make none. */
export function toMark(
  component: Component,
  text: string,
  at: Place,
): { mark?: Mark; problem?: Problem } {
  const { attributes, places } = component;
  const refuse = (message: string, fix: string): { problem: Problem } => ({
    problem: { kind: "mark", message, at, fix },
  });
  if (text.trim() === "") {
    return refuse(
      `<${component.name}> holds no words`,
      "put the words it stands for between its tags",
    );
  }
  if (component.name === "Quoted") {
    const source = attributes["source"] ?? "";
    const sentence = { before: "", claim: text, after: "" };
    return { mark: { type: "quoted", source, text, sentence, at } };
  }
  if (component.name === "Exempt") return toExempt(attributes, text, at);
  const { of, holds, asOf, source, id } = attributes;
  const expression = of ?? holds;
  if (expression === undefined || (of !== undefined && holds !== undefined)) {
    return refuse(
      'a claim needs exactly one of of="…" and holds="…"',
      'of="…" for a figure, holds="…" for words that are true or not',
    );
  }
  if (asOf !== undefined && !isVintageDate(asOf)) {
    return refuse(`asOf="${asOf}" is not a day`, "write the date of a vintage, such as 2026-06-18");
  }
  if (id !== undefined && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(id)) {
    return refuse(
      `id="${id}" cannot stand in an address`,
      "use lower-case letters, digits and dashes",
    );
  }
  const form = of === undefined ? "statement" : "figure";
  const expressionAt = places[of === undefined ? "holds" : "of"] ?? at;
  return {
    mark: {
      type: "claim",
      form,
      expression,
      asOf: asOf ?? null,
      source: source ?? null,
      givenId: id ?? null,
      text,
      // Where it stands is known when its block has been read to the end.
      sentence: { before: "", claim: text, after: "" },
      block: { text, headings: [], previous: "", leads: [], unheard: [], placeOf: () => at },
      from: 0,
      to: text.length,
      at,
      expressionAt,
    },
  };
}

/** The same of an exempt mark. */
export function toExempt(
  { reason = "", because }: Readonly<Record<string, string>>,
  text: string,
  at: Place,
): { mark?: Mark; problem?: Problem } {
  if (reason.trim().length < 8) {
    const message = "an exempt figure gives no reason";
    return { problem: { kind: "mark", message, at, fix: 'add reason="…" in a few words' } };
  }
  const known = exemptions.join(", ");
  if (because !== undefined && !isExemption(because)) {
    const [likely] = nearest(because, exemptions, 1);
    const write = likely === undefined ? "" : `write because="${likely}", if that is so; `;
    const message = `because="${because}" is not one of ${known}`;
    const fix = `${write}CONTRIBUTING.md says when each of them is true`;
    return { problem: { kind: "mark", message, at, fix } };
  }
  // The sentence is known when its block has been read to the end.
  const sentence = { before: "", claim: text, after: "" };
  const mark: Mark = { type: "exempt", reason, because: because ?? null, text, sentence, at };
  const figure = because === undefined ? findStoreFigure(text) : null;
  if (figure === null) return { mark };
  const problem: Problem = {
    kind: "exempt-figure",
    message: `"${text.slice(figure.start, figure.end)}" is exempt, and a reader takes it for what the data say`,
    at,
    fix: `make it a claim, quote who printed it, or say why it is none of the data: because="…", one of ${known}`,
  };
  return { mark, problem };
}
