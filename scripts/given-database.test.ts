import { expect, test } from "vitest";
import { givenDatabase } from "./given-database.ts";

test("the address of the store is as it was given", () => {
  expect(givenDatabase({ DATABASE_URL: "postgresql://a@b/c" })).toBe("postgresql://a@b/c");
});

test.each([{}, { DATABASE_URL: "" }])("no store is guessed for %o", (environment) => {
  expect(() => givenDatabase(environment)).toThrow(/^DATABASE_URL is not set\. Start Tickmark/);
});
