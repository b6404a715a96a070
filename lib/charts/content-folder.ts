/**
 * Where editors' files lie, seen from the project's folder. Relative, so that places in problems read as an editor types them.
 * TICKMARK_CONTENT names another folder with articles/, charts/, glossary.yml and topics.yml in it.
 */
export const contentFolder = process.env["TICKMARK_CONTENT"] || "content";
