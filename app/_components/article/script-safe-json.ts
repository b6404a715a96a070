/** JSON that cannot end the script element it is written into, nor open a comment in it. */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", String.raw`\u003c`);
}
