import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const keys = [
  "mfh.holdings.chile",
  "mfh.holdings.china-mainland",
  "mfh.holdings.japan",
  "slt1.total.net.japan",
  "slt1.equities.net.japan",
];

test("a slip of the finger finds its key first", () => {
  expect(nearest("mfh.holdings.jpan", keys, 1)).toEqual(["mfh.holdings.japan"]);
  expect(nearest("MFH.Holdings.Japan", keys, 1)).toEqual(["mfh.holdings.japan"]);
});

test("a key cut short comes before one that happens to be as long", () => {
  expect(nearest("mfh.holdings.chin", keys, 2)).toEqual([
    "mfh.holdings.china-mainland",
    "mfh.holdings.chile",
  ]);
});

test("two slips in two parts still find the key that has the words", () => {
  expect(nearest("mfh.holding.china", keys, 1)).toEqual(["mfh.holdings.china-mainland"]);
});

test("a part of keys finds those that have it, the shortest first", () => {
  expect(nearest("net.japan", keys, 3)).toEqual([
    "slt1.total.net.japan",
    "slt1.equities.net.japan",
  ]);
});

test("nothing is suggested for what is like nothing", () => {
  expect(nearest("quarterly gdp of the moon", keys, 3)).toEqual([]);
});

test("at most the number asked for is given", () => {
  expect(nearest("mfh.holdings.jap", keys, 0)).toEqual([]);
});
