/** Longest text that is read, in UTF-16 units. */
export const lengthLimit = 2_000;
/** Deepest nesting of parentheses, calls and signs. */
export const depthLimit = 50;
/** Most tokens that the definitions used in an expression may bring into it: each may use those before it twice. */
export const sizeLimit = 2_000;
/** Most series that one key with braces may name. */
export const bracesLimit = 100;
/** Most series that a whole expression may read, counted as often as it names them. */
export const seriesLimit = 1_000;
/** Most definitions an article may have. */
export const definitionLimit = 50;
