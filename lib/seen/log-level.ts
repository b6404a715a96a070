const levels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

/** From how grave on the log is written. */
export type LogLevel = (typeof levels)[number];

/** What `LOG_LEVEL` says: `info` when it says nothing; what is none of the words is told in `trouble`. */
export function readLogLevel(given: string | undefined): {
  readonly level: LogLevel;
  readonly trouble: string | null;
} {
  const wanted = given?.trim().toLowerCase() ?? "";
  const level = levels.find((one) => one === wanted);
  if (level !== undefined || wanted === "") return { level: level ?? "info", trouble: null };
  return {
    level: "info",
    trouble: `LOG_LEVEL is none of ${levels.join(", ")}: "info" is taken`,
  };
}
