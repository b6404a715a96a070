export function readPort(text: string | undefined): { port: number } | { problem: string };
export function portProblem(port: number): Promise<string | undefined>;
