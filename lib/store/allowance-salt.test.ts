import { expect, test } from "vitest";
import { secretSalt } from "./allowance-salt.ts";

const url = "postgresql://web:one-password@db.example/tickmark";

test("who knows the salt of the database does not know what askers are hashed with", () => {
  const other = secretSalt("postgresql://web:another-one@db.example/tickmark", "monday");
  expect(secretSalt(url, "monday")).not.toBe(other);
  expect(secretSalt(url, "monday")).not.toBe(secretSalt(url, "tuesday"));
});

test("processes that sign in alike agree, by whichever name they know the database", () => {
  const same = "postgresql://10.0.0.4:6432/tickmark?user=web&password=one-password";
  expect(secretSalt(same, "monday")).toBe(secretSalt(url, "monday"));
});
