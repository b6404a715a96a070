import { format } from "oxfmt";
import { z } from "zod";
import { frontmatterShape } from "#lib/articles/frontmatter";
import { definitionSchema } from "#lib/charts/definition";
import { editorSnippets } from "./editor-snippets.ts";

/** What an editor's program reads of the content's rules, by the path of the file. Made, and never written by hand. */
export async function editorFiles(): Promise<ReadonlyMap<string, string>> {
  const files = {
    ".vscode/frontmatter.schema.json": schemaOf(frontmatterShape, "Frontmatter of an article"),
    ".vscode/chart.schema.json": schemaOf(definitionSchema, "A chart of content/charts"),
    ".vscode/tickmark.code-snippets": editorSnippets(),
  };
  const written = Object.entries(files).map(async ([file, value]): Promise<[string, string]> => [
    file,
    (await format("made.json", JSON.stringify(value), { printWidth: 100 })).code,
  ]);
  return new Map(await Promise.all(written));
}

/** What a person writes, before anything is filled in. What no schema can say is left to the gate. */
function schemaOf(shape: z.ZodType, title: string) {
  const schema = z.toJSONSchema(shape, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      // The only values of our own making are the days of vintages.
      if (zodSchema._zod.def.type === "custom") {
        jsonSchema.type = "string";
        jsonSchema.format = "date";
      }
    },
  });
  return { title, ...schema };
}
