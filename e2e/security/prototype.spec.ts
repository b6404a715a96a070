import { expect, test } from "../test.ts";
import { findAction } from "./action.ts";
import { inside } from "./inside.ts";

const names = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__defineGetter__",
];

for (const name of names) {
  test(`a name of JavaScript's is a name like any other: ${name}`, async ({ request }) => {
    for (const address of [
      `/data?${name}=1`,
      `/data?${name}[polluted]=1`,
      `/data?${name}.polluted=1`,
      `/search?q=${name}&${name}=1`,
      `/desk?${name}=1`,
      `/data/${name}`,
      `/areas/${name}`,
      `/articles/${name}`,
      `/charts/${name}.csv`,
      `/charts/three-holders.csv?transformation=${name}`,
      `/charts/three-holders.csv?areas=${name}`,
      `/embed/${name}`,
      `/feeds/${name}/${name}.rss`,
      `/feeds/${name}.rss`,
      `/api/${name}`,
      `/api/series?${name}=1`,
      `/api/series/${name}`,
      `/releases/${name}`,
      `/glossary/${name}`,
      `/topics/${name}`,
    ]) {
      const response = await request.get(address, { maxRedirects: 0 });
      expect(response.status(), address).toBeLessThan(500);
      expect(await response.text(), address).not.toMatch(inside);
    }
  });
}

test("no call leaves anything in the objects of the server", async ({ page, request }) => {
  const { address, action } = await findAction(page);
  const call = (data: string) =>
    request.post(address, {
      headers: { "next-action": action, "content-type": "text/plain" },
      data,
    });
  for (const data of [
    `[{"id":"three-holders","__proto__":"x"}]`,
    `[{"id":"three-holders","__proto__":{"asOf":"2026-02-18"}}]`,
    `[{"id":"three-holders","constructor":"x"}]`,
    `[{"__proto__":{"id":"three-holders"}}]`,
    `{"__proto__":[{"id":"three-holders"}],"length":1}`,
    `[{"id":"__proto__"}]`,
    `[{"id":"three-holders","transformation":"constructor"}]`,
  ]) {
    const response = await call(data);
    const body = await response.text();
    expect(response.status(), data).toBeLessThan(500);
    expect(response.status() === 400 || body.includes('"ok":false'), `${data} ${body}`).toBe(true);
  }
  const good = await (await call(`[{"id":"three-holders","asOf":"2026-06-18"}]`)).text();
  expect(good).toContain('"ok":true');
});
