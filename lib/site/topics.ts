import path from "node:path";
import GithubSlugger from "github-slugger";
import { z } from "zod";
import { checkShownText } from "#lib/articles/check-shown-text";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { nearest } from "#lib/series/nearest";
import type { Place, Problem } from "#lib/series/problem";
import { parseYaml } from "#lib/series/yaml-text";
import { readWordsFile } from "./words-file.ts";

const line = z.string().trim().min(1);

const shape = z.array(
  z.strictObject({
    name: line.max(60),
    description: line.max(400, "expected at most 400 characters"),
  }),
);

/** What articles can be about. */
export interface Topic {
  /** In its address, made of the name. */
  readonly slug: string;
  readonly name: string;
  readonly description: string;
}

/** The slug of a topic as an article names it. */
export function topicSlug(name: string): string {
  return new GithubSlugger().slug(name);
}

/** The topics of a folder of content, in the order written; empty when the folder has none. Problems: those of `readTopics`, and `no-file`. */
export async function loadTopics(folder: string): Promise<Checked<readonly Topic[]>> {
  const file = path.join(folder, "topics.yml");
  const text = await readWordsFile(file);
  if (!text.ok) return text;
  return text.value === null ? accepted([]) : readTopics(text.value, file);
}

/**
 * The same from its text. Problems: those of `parseYaml`, two names that make one address, and figures and comparing words,
 * which nothing could check.
 */
export function readTopics(text: string, file: string): Checked<readonly Topic[]> {
  const parsed = parseYaml(text, shape, file);
  if (!parsed.ok) return parsed;
  const { value, placeOf } = parsed.value;
  const topics = value.map((topic) => ({ slug: topicSlug(topic.name), ...topic }));
  const slugs = topics.map(({ slug }) => slug);
  const problems = topics.flatMap(({ slug, ...topic }, position): Problem[] => [
    ...(slugs.indexOf(slug) === position
      ? []
      : [
          {
            kind: "twice",
            message: `"${topic.name}" has the address of another`,
            at: placeOf([position, "name"]),
          },
        ]),
    ...(["name", "description"] as const).flatMap((field) =>
      checkShownText({
        text: topic[field],
        what: `the ${field} of a topic`,
        explains: false,
        placeOf: (offset) => placeOf([position, field], offset),
      }),
    ),
  ]);
  return problems.length > 0 ? refused(problems) : accepted(topics);
}

/** What is wrong with the topic that an article names. */
export function checkTopic(topic: string, topics: readonly Topic[], at: Place): Problem[] {
  const names = topics.map(({ name }) => name);
  if (names.length === 0 || names.includes(topic)) return [];
  const [near] = nearest(topic, names, 1);
  return [
    {
      kind: "unknown-topic",
      message: `"${topic}" is not a topic`,
      at,
      fix:
        near === undefined
          ? `use one of ${names.join("; ")}; or describe a new one in content/topics.yml`
          : `write ${near}; or use another of ${names.filter((name) => name !== near).join("; ") || "none"}; or describe a new one in content/topics.yml`,
    },
  ];
}
