/** A text whose lines are mended, and what was done, in sentences. */
interface MendedLines {
  readonly text: string;
  readonly notices: readonly string[];
}

/** Marks of quoting as mail programs set them, one for each time that a text was passed on. */
const quoting = /^(?:> ?)+/gm;

/** A bullet as word processors and PDF files have it, with the tab or the spaces after it. */
const bullet = /^([ \t]*)(?:[\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u2023\uf0b7][ \t]+|o\t)/gm;

/** A word that a typesetter has parted at the end of a line. */
const parted = /(\p{Ll})(?:-|\u2010|\u00ad)[ \t]*\n[ \t]*(\p{Ll}+)/gu;

/** What follows a hyphen that belongs to the word: "long-term" stays so when it is parted. */
const whole =
  /^(?:adjusted|backed|based|biggest|border|dated|denominated|digit|ended|fold|half|held|high|highest|income|largest|linked|long|low|lowest|month|months|over|owned|party|point|quarter|range|run|sized|smallest|term|thirds|to|weighted|wide|year|years)$/u;

/**
 * Takes from lines what programs have put there: marks of quoting, bullets that are no text's, and the hyphens at the ends of the
 * lines of a PDF file, which would cut "billion" in two. Takes time in proportion to the length.
 */
export function mendLines(text: string): MendedLines {
  const notices: string[] = [];
  let mended = text;
  // One alone may be "more than".
  if ((text.match(quoting)?.length ?? 0) > 1) {
    mended = mended.replace(quoting, "");
    notices.push("The marks of quoting (“>”) before lines were left out.");
  }
  mended = mended.replace(bullet, "$1- ");
  const joined = mended.replace(parted, (_all, before: string, rest: string) =>
    whole.test(rest) ? `${before}-${rest}` : before + rest,
  );
  if (joined !== mended) notices.push("Words parted at the ends of lines were put together.");
  return { text: joined, notices };
}
