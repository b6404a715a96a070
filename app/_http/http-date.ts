const month = "[A-Z][a-z]{2}";
const clock = String.raw`\d{2}:\d{2}:\d{2}`;
/** The form that is sent today, and the two of old that are still to be taken (RFC 9110, section 5.6.7). */
const forms = [
  String.raw`[A-Z][a-z]{2}, \d{2} ${month} \d{4} ${clock} GMT`,
  String.raw`[A-Z][a-z]+day, \d{2}-${month}-\d{2} ${clock} GMT`,
  String.raw`[A-Z][a-z]{2} ${month} [ \d]\d ${clock} \d{4}`,
];
const httpDate = new RegExp(`^(?:${forms.join("|")})$`);

/** Seconds since 1970 of an HTTP date; null for anything else, which a header then does not say. */
export function readHttpDate(text: string | null): number | null {
  if (text === null || !httpDate.test(text)) return null;
  // The form of C's asctime names no zone and means this one.
  const time = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}
