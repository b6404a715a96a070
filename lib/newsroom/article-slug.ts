/** Letters that Unicode does not take apart into a plain one and a mark. */
const plain: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" },
};

/** Long enough to say what an article is about, and short enough to be read aloud. */
const longestSlug = 60;
const longestTitle = 200;

/** A title as an article takes it, and the address that is made of it. */
export type ReadTitle =
  | { readonly ok: true; readonly title: string; readonly slug: string }
  | { readonly ok: false; readonly message: string };

/** Reads the title of a new article. Its slug is that of `asked`, when given, which must be one already. */
export function readTitle(text: string, asked: string | null): ReadTitle {
  const title = text.normalize("NFC").trim().replace(/\s+/gu, " ");
  const strange = /[\p{C}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.exec(title)?.[0];
  if (strange !== undefined) {
    const shown = /\p{C}/u.test(strange) ? `an invisible character (${codeOf(strange)})` : strange;
    return refused(`expected a title of letters, digits and punctuation; found ${shown} in it`);
  }
  const count = Array.from(title).length;
  if (count > longestTitle)
    return refused(
      `expected a title of at most ${longestTitle} characters; found ${count}. The rest can go into the dek`,
    );
  if (!/\p{L}/u.test(title))
    return refused(`expected a title with letters in it; found "${title}"`);
  const made = slugOf(title);
  if (asked !== null) {
    const other = slugOf(asked);
    if (asked === other) return { ok: true, title, slug: asked };
    const instead = other === "" ? "" : `, such as ${other}`;
    return refused(
      `--slug: expected lower-case letters, digits and dashes, at most ${longestSlug}${instead}; found "${asked}"`,
    );
  }
  if (/[a-z]/.test(made)) return { ok: true, title, slug: made };
  return refused(`no address can be made of "${title}"; give one with --slug`);
}

/** Lower-case letters, digits and dashes, cut between words: "São Paulo’s bonds" gives `sao-paulos-bonds`. */
export function slugOf(text: string): string {
  const words = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}’'‘]/gu, "")
    .replace(/[^\x00-\x7f]/gu, (letter) => plain[letter] ?? "-")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > longestSlug) break;
    slug = longer;
  }
  return slug === "" ? (words[0] ?? "").slice(0, longestSlug) : slug;
}

function refused(message: string): ReadTitle {
  return { ok: false, message };
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
