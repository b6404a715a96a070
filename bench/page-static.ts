import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";

interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
}

/** A page by hand, served: the address to visit, and how many charts it shows. */
export interface StaticSite {
  readonly url: string;
  readonly charts: number;
  readonly stop: () => Promise<void>;
}

/**
 * The page an author would write by hand: the same text and pictures, one stylesheet, the same fonts, no script. It is made
 * from what the site serves, so that both always say the same, and served compressed as small as it can be.
 */
export async function serveStaticPage(pageUrl: string): Promise<StaticSite> {
  const files = await makeStaticFiles(pageUrl);
  const packed = new Map(
    [...files].map(([path, { type, body }]) => {
      const isText = !type.startsWith("font/");
      return [path, { type, isText, body: isText ? brotliCompressSync(body) : body }] as const;
    }),
  );
  const server = createServer((request, response) => {
    const file = packed.get(request.url ?? "");
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": file.type,
      "content-length": file.body.length,
      ...(file.isText ? { "content-encoding": "br" } : {}),
    });
    response.end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    charts: String(files.get("/")?.body).split('<figure class="chart').length - 1,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function makeStaticFiles(pageUrl: string): Promise<Map<string, StaticFile>> {
  const html = (await fetchBytes(pageUrl)).toString("utf8");
  const files = new Map<string, StaticFile>();
  const styles: string[] = [];
  for (const link of html.match(/<link rel="stylesheet"[^>]*>/g) ?? []) {
    const url = new URL(/href="([^"]*)"/.exec(link)?.[1] ?? "", pageUrl);
    const sheet = (await fetchBytes(url)).toString("utf8");
    // Addresses of fonts are relative to the sheet, which moves to the root.
    for (const [, name = ""] of sheet.matchAll(/url\(["']?([^"')]*\.woff2)/g)) {
      const font = new URL(name, url);
      files.set(font.pathname, { type: "font/woff2", body: await fetchBytes(font) });
    }
    styles.push(
      sheet.replaceAll(/url\((["']?)([^"')]*\.woff2)/g, (_, quote: string, name: string) => {
        return `url(${quote}${new URL(name, url).pathname}`;
      }),
    );
  }
  if (styles.length === 0) throw new Error(`${pageUrl} has no stylesheet`);
  const sheet = Buffer.from(styles.join("\n"));
  files.set("/page.css", { type: "text/css; charset=utf-8", body: sheet });
  files.set("/", {
    type: "text/html; charset=utf-8",
    body: Buffer.from(
      html
        .replaceAll(/<script\b[\s\S]*?<\/script>/g, "")
        .replaceAll(/<link rel="(?:stylesheet|preload" as="script|icon)[^>]*>/g, "")
        .replaceAll(/<!--[\s\S]*?-->/g, "")
        .replace(
          "</head>",
          '<link rel="stylesheet" href="/page.css"><link rel="icon" href="data:,"></head>',
        ),
    ),
  });
  return files;
}

async function fetchBytes(url: string | URL): Promise<Buffer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${String(url)} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
