export function takeLock(
  file: string,
  what: string,
  patience?: number,
): Promise<{ release: () => void } | { heldBy: string }>;
