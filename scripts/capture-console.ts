import { requestScope } from "#lib/seen/request-scope";
import { seen } from "#lib/seen/seen";

/**
 * Sends what Next and libraries write to the console into the log, so that it has one form. Errors that Next names (`digest`) come
 * by `onRequestError` too, with the route they belong to, and are left to it.
 */
export function captureConsole(): void {
  const { log } = seen();
  const write = (level: "error" | "warn" | "info", given: readonly unknown[]): void => {
    const error = given.find((one) => one instanceof Error);
    if (error && "digest" in error && requestScope() !== undefined) return;
    const words = given.filter((one) => typeof one === "string").join(" ");
    if (error) log[level]({ err: error }, words === "" ? error.message : words.trim());
    else log[level](words.trim().slice(0, 2_000));
  };
  console.error = (...given: unknown[]) => write("error", given);
  console.warn = (...given: unknown[]) => write("warn", given);
  console.info = console.log = (...given: unknown[]) => write("info", given);
}
