/**
 * The project's own content, which holds the catalogue besides, and the nouns of whoever has none. The catalogue is never another
 * folder's: by it the Treasury's files were read into the store and the series in it are named, so two of them would tell of one
 * store in two ways. The parsers, their tests and the catalogue change together.
 */
export const projectFolder = "content";

/**
 * Where editors' files lie, seen from the project's folder. Relative, so that places in problems read as an editor types them.
 * TICKMARK_CONTENT names another folder with articles/, charts/, glossary.yml, topics.yml and perhaps nouns.yml in it.
 */
export const contentFolder = process.env["TICKMARK_CONTENT"] || projectFolder;
