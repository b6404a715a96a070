/** Pixels of every social card, which is what the networks that show it ask for. */
export const cardSize = { width: 1200, height: 630 } as const;
