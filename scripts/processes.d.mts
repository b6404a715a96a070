export function commandOf(pid: number): string | undefined;
