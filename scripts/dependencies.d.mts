export function staleDependencies(root: string, platform?: string): string | undefined;
export function installDependencies(
  root: string,
): { done: string; problem?: never } | { problem: string; done?: never };
