import { expect, test } from "vitest";
import { servedPage } from "./served-page.ts";

const title = "<title>A page</title>";
const colour = '<meta name="theme-color" content="#f7f5ed"/>';
const stray = '<meta name="next-size-adjust" content=""/>';

test("a page is the same in whichever order Next was ready with its head", () => {
  const heads = [
    [stray, colour, title],
    [colour, stray, title],
    [colour, title, stray],
  ];
  const sent = heads.map((head) =>
    servedPage(Buffer.from(`<html><head>${head.join("")}</head></html>`)).bytes.toString(),
  );
  expect(new Set(sent)).toEqual(new Set([`<html><head>${colour}${title}</head></html>`]));
});

test("a page that says what it was made from, or that its address names nothing, is known by it", () => {
  const page = (head: string) => servedPage(Buffer.from(`<html><head>${head}</head></html>`));
  expect(page('<meta name="tickmark:vintages" content="4a01 a-slug"/>')).toMatchObject({
    made: "4a01 a-slug",
    isMissing: false,
  });
  expect(page('<meta name="tickmark:status" content="404"/>')).toMatchObject({
    made: undefined,
    isMissing: true,
  });
});
