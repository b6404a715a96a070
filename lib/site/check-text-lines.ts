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
const parted = /(?<!\p{L})(\p{L}*\p{Ll})(?:-|\u2010|\u00ad)[ \t]*\n[ \t]*(\p{Ll}+)/gu;

/** What follows a hyphen that belongs to the word: "long-term" stays so when it is parted. */
const whole =
  /^(?:adjusted|backed|based|biggest|border|dated|denominated|digit|ended|fold|half|held|high|highest|income|largest|linked|long|low|lowest|month|months|owned|party|point|quarter|range|run|sized|smallest|term|thirds|weighted|wide|year|years)$/u;

/** What stands before a hyphen of its own, where what follows is a word too: "year-end", and not "year-ly". */
const first =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|first|second|third|fourth|year|quarter|month|to|all|full|long|short|high|low|mid)$/iu;
const second =
  /^(?:one|two|three|four|five|six|seven|eight|nine|half|halves|third|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|quarters|end|ends|ending|time|date|over|to|on|old|earlier)$/u;

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
    whole.test(rest) || (first.test(before) && second.test(rest))
      ? `${before}-${rest}`
      : before + rest,
  );
  if (joined !== mended) notices.push("Words parted at the ends of lines were put together.");
  return { text: joined, notices };
}
