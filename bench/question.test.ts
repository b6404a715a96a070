import { expect, test } from "vitest";
import { readQuestion } from "./question.ts";

const question = (url: string) =>
  JSON.stringify({ asks: [{ url: "http://127.0.0.1:1/" }, { url }], connections: 1, seconds: 1 });

test("our own machine is asked", () => {
  expect(readQuestion(question("http://localhost:3000/a")).asks[1]).toMatchObject({
    method: "GET",
    headers: {},
  });
});

test.each(["https://example.org/", "http://192.0.2.1/", "http://127.0.0.1.example.org/"])(
  "no other is: %s",
  (url) => {
    expect(() => readQuestion(question(url))).toThrow("Expected an address of this machine");
  },
);
