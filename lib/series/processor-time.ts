/**
 * Starts a clock of the processor, and gives a function that reads it in milliseconds. For tests that something is not slow: how
 * long it takes by the wall depends on what else the machine does.
 */
export function startProcessorClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
