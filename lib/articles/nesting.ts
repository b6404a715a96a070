const opens = /[{[(]|<[A-Za-z>]|<\/|\/>|[)\]}]/g;

/**
 * How deep tags and the brackets of code stand in one another, at most, by a count that needs no parser. Brackets of plain
 * text are left out, those behind a `{` count. A parser calls itself for what is nested, and Node ends the process, with no
 * error to catch, when it has to prepare a regular expression on a stack that is nearly full.
 */
export function nestingOf(text: string): number {
  let [tags, brackets, most] = [0, 0, 0];
  for (const [found] of text.matchAll(opens)) {
    if (found === "</" || found === "/>") tags = Math.max(0, tags - 1);
    else if (found.startsWith("<")) tags += 1;
    else if (found === "{" || (brackets > 0 && (found === "(" || found === "["))) brackets += 1;
    else if (found !== "(" && found !== "[") brackets = Math.max(0, brackets - 1);
    most = Math.max(most, tags + brackets);
  }
  return most;
}
