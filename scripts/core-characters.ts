/** Everything that can be typed without accents. */
const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));

/**
 * The characters of the type that every page carries: those of English text, of figures, and of the names of areas. Any
 * other brings the whole face with it (app/_type/rest.css). The sans has no arrows; its whole face does not claim them.
 */
export const coreCharacters = `${ascii}\u00a0«»§°·½×éèêáàâäãåçíîñóôöõúüÅÇÉÖÜ–—‘’“”„…€↑↓−\u2009`;
