import { Client } from "pg";
import { expect, test } from "vitest";
import { addressOfRole } from "./web-role-address.ts";
import { WebRoleRefused } from "./web-role-refused.ts";

const password = "correct-horse-battery";

test.each([
  ["with a password", "postgresql://owner:secret@db.example:5432/tickmark"],
  ["without one", "postgresql://db.example/tickmark"],
  ["with options", "postgresql://owner@db.example/tickmark?sslmode=disable&application_name=a%20b"],
  ["with the owner in the query", "postgresql://db.example/tickmark?user=owner&password=secret"],
  ["with the owner in both", "postgresql://a:b@db.example/tickmark?user=owner&password=secret"],
  ["of a socket", "postgresql://localhost/tickmark?host=%2Frun%2Fpostgresql&user=owner"],
])("an address %s becomes the role's, and nothing of the owner is left", (_title, url) => {
  const address = addressOfRole(url, "web", password);
  expect(address).not.toMatch(/owner|secret/);
  const [mine, owners] = [address, url].map((one) => new Client({ connectionString: one }));
  expect([mine?.user, mine?.password]).toEqual(["web", password]);
  expect([mine?.host, mine?.port, mine?.database]).toEqual([
    ...[owners?.host, owners?.port, owners?.database],
  ]);
});

test.each(["ab%41cdefghijklm", "a:b@c/d?e#f[g]h", "100%-of-it-all%", "'\"\\`{}|^<>~!$&()*+,;="])(
  "the password %s is read as it was given",
  (given) => {
    const address = addressOfRole("postgresql://owner:secret@db/tickmark", "web", given);
    expect(new Client({ connectionString: address }).password).toBe(given);
  },
);

test.each([
  "postgresql:///tickmark?host=/run/postgresql",
  "postgresql://owner@/tickmark",
  "socket:/run/postgresql?db=tickmark",
  "/run/postgresql tickmark",
  "tickmark",
])("%s has no place for a role, and is refused before anything is made", (url) => {
  expect(() => addressOfRole(url, "web", password)).toThrow(WebRoleRefused);
});
