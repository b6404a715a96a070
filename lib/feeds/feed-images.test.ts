import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { feedImages } from "./feed-images.ts";

test.each(Object.values(feedImages))(
  "$path is a picture of the size it is said to have",
  async (image) => {
    const png = await readFile(`public${image.path}`);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([image.width, image.height]);
  },
);
