import { z } from "zod";
import { acknowledged } from "./acknowledged.ts";

const side = z.strictObject({
  release: z.string().min(1),
  /** Class and measure: what stands between release and area in its keys. */
  figures: z.string().min(1),
  /** Its unit in dollars, as a power of ten. */
  power: z.int(),
  /** As a reader would say it: "Table 3 total". */
  words: z.string().min(1),
});

/** `content/catalogue/cross-identities.yml`: what two files of one day both print. */
export const crossIdentities = z.array(
  z.strictObject({
    left: side,
    right: side,
    /** The most that rounding explains, in the unit of the left side. */
    tolerance: z.string().regex(/^\d+(\.\d+)?$/, "expected a decimal in quotes"),
    /** By keys of the left side; differences are left less right, in its unit. */
    acknowledged,
  }),
);

export type CrossIdentity = z.infer<typeof crossIdentities>[number];
export type CrossSide = CrossIdentity["left"];
