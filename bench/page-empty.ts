import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runNode } from "../scripts/child.ts";

/**
 * Makes and builds the smallest app of the Next version in use: one page with one word, in a folder where it finds the
 * project's packages. Every page of the site has a layout and links, so none of them would do as the empty page.
 */
export async function buildEmptyApp(root: string): Promise<string> {
  const folder = path.join(root, ".tickmark/bench-empty");
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["app", "public"]) mkdirSync(path.join(folder, part), { recursive: true });
  const files = {
    "package.json": '{ "private": true, "type": "module" }',
    // The packages lie above the app's own folder.
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
    // An app without one is given the one of a folder above.
    "instrumentation.js": "export function register() {}",
    "app/layout.jsx":
      'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
    "app/page.jsx": "export default () => <p>Empty</p>;",
  };
  // By its answer to this address a server is known to be up.
  writeFileSync(path.join(folder, "public/robots.txt"), "User-agent: *\n");
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const script = path.join(root, "node_modules/next/dist/bin/next");
  const { code, output } = await runNode(script, ["build", folder], {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", TICKMARK_BUILD_FOLDER: "" },
  });
  if (code !== 0) throw new Error(`The empty app could not be built:\n${output}`);
  return folder;
}
