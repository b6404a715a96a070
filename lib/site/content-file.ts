/**
 * Whether a file is content by its name, and is read: articles, their locks, and YAML. A picture of many megabytes or an
 * editor's own file may lie beside them; only its name counts.
 */
export function isContentFile(name: string): boolean {
  return /^[^.].*\.(?:mdx|lock|yml)$/u.test(name);
}
