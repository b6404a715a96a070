import { createServer, type RequestListener, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { pingHub, readPing } from "./ping-hub.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : bound}`;
}

const quick = { tries: 3, every: 1 };

test("the hub is told when the site shows the article, and not before", async () => {
  const order: string[] = [];
  const site = await serve((_, response) => {
    order.push("site");
    response.writeHead(order.length < 2 ? 404 : 200).end();
  });
  const hub = await serve((request, response) => {
    void text(request).then((body) => {
      order.push(new URLSearchParams(body).getAll("hub.url").join(" "));
      response.writeHead(204).end();
    });
  });
  expect(await pingHub("/articles/a", { site: new URL(site), hub }, "content", quick)).toBeNull();
  expect(order.slice(0, 2)).toEqual(["site", "site"]);
  expect(order[2]).toContain(`${site}/feeds/articles.atom`);
});

test("an article that the site does not show is said to be, and the hub hears nothing", async () => {
  const site = await serve((_, response) => void response.writeHead(404).end());
  const ping = { site: new URL(site), hub: "http://127.0.0.1:1/" };
  expect(await pingHub("/articles/a", ping, "content", quick)).toBe(
    `${site}/articles/a answers 404`,
  );
});

test.each([
  [{}, "--ping needs SITE_URL"],
  [{ SITE_URL: "https://a.example" }, "--ping needs TICKMARK_WEBSUB_HUB"],
  [{ SITE_URL: "https://a.example", TICKMARK_WEBSUB_HUB: "hub" }, "must be the address of a hub"],
])("what is not set is named: %j", (environment, message) => {
  expect(readPing({ NODE_ENV: "test", ...environment })).toContain(message);
});
