import { contentFolder } from "#lib/site/content";

/** What a command that is proposed has behind it when the content is not in its usual place. */
export function contentOption(folder: string): string {
  return folder === contentFolder ? "" : ` --content ${folder}`;
}
