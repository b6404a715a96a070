/** A place in a text, both counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * An expected failure (bad source line, expression, frontmatter, claim), returned and never thrown, all of them and not
 * the first. The message says what was expected and what was found; `fix` says what to do.
 */
export interface Problem {
  /** Stable kebab-case name of what is wrong, e.g. `unknown-key`, `figure-contradicted`. */
  readonly kind: string;
  readonly message: string;
  readonly at: Place;
  readonly fix?: string | undefined;
}

/** `file:line:column kind: message` and the fix on its own line, as printed on a terminal. */
export function formatProblem({ kind, message, at, fix }: Problem): string {
  const head = onOneLine(`${at.file}:${at.line}:${at.column} ${kind}: ${message}`);
  return fix === undefined ? head : `${head}\n    fix: ${onOneLine(fix)}`;
}

/** A text, such as the name of a file or words over two lines, on one, and what would command the terminal written out: `\x1b`. */
export function onOneLine(text: string): string {
  return text.replace(/\r?\n|\p{Cc}/gu, (character) => {
    if (character.endsWith("\n")) return " ";
    const code = (character.codePointAt(0) ?? 0).toString(16).padStart(2, "0");
    return String.raw`\x` + code;
  });
}
