import { expect, test } from "../test.ts";

test("every kind of answer says what browsers may do with it", async ({ request }) => {
  for (const [address, resource] of [
    ["/", "same-origin"],
    ["/nowhere", "same-origin"],
    ["/check", "same-origin"],
    ["/charts/three-holders.png", "cross-origin"],
    ["/feeds/articles.rss", "cross-origin"],
    ["/api/releases", "cross-origin"],
    ["/embed/three-holders", "cross-origin"],
    ["/%", "same-origin"],
  ] as const) {
    const response = await request.get(address);
    expect(response.headers(), address).toMatchObject({
      "cross-origin-resource-policy": resource,
      "cross-origin-opener-policy": "same-origin",
      "origin-agent-cluster": "?1",
      "x-content-type-options": "nosniff",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringContaining("require-trusted-types-for 'script'"),
    });
    for (const told of ["server", "x-powered-by", "x-aspnet-version", "set-cookie"])
      expect(response.headers()[told], address).toBeUndefined();
  }
});

test("only what programs read is open to scripts of other sites, and never with a reader's cookies", async ({
  request,
}) => {
  const headers = { origin: "https://elsewhere.example" };
  for (const [address, allowed] of [
    ["/api/releases", "*"],
    ["/feeds/articles.rss", "*"],
    ["/", undefined],
    ["/check", undefined],
    ["/desk", undefined],
  ] as const) {
    const response = await request.get(address, { headers });
    expect(response.headers()["access-control-allow-origin"], address).toBe(allowed);
    expect(response.headers()["access-control-allow-credentials"], address).toBeUndefined();
  }
});
