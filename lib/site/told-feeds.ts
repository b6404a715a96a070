import { mainSubjects, topicSubject } from "#lib/feeds/subjects";
import { contentFolder } from "./content.ts";
import { loadTopics } from "./topics.ts";

/** Whether a hub is told of changes of this feed. Those of areas and series are thousands, and change a few times a year. */
export function isTold(path: string): boolean {
  return mainSubjects.some((subject) => subject.path === path) || path.startsWith("/feeds/topics/");
}

/** The paths of the feeds that a hub is told of, without their formats. */
export async function toldPaths(folder = contentFolder): Promise<string[]> {
  const topics = await loadTopics(folder);
  const ofTopics = topics.ok ? topics.value.map(topicSubject) : [];
  return [...mainSubjects, ...ofTopics].map(({ path }) => path);
}
