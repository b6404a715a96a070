import { blocks, type GlobePlace } from "./plotted.ts";

/**
 * Capitals of the areas that the Treasury's tables name as countries, in whole degrees east and north, by slug. What lies
 * beyond the date line goes on counting eastwards. Near enough to tell who is west and who is north of whom.
 */
const degrees: Readonly<Record<GlobePlace["block"], string>> = {
  Americas: `
    anguilla -63 18, argentina -58 -35, aruba -70 13, bahamas -77 25, barbados -60 13, belize -88 18,
    bermuda -65 32, bolivia -68 -17, brazil -48 -16, british-virgin-islands -65 18, canada -76 45,
    cayman-islands -81 19, chile -71 -33, colombia -74 5, costa-rica -84 10, cuba -82 23,
    curacao -69 12, dominican-republic -70 18, ecuador -79 0, el-salvador -89 14, guatemala -91 15,
    guyana -58 7, haiti -72 19, honduras -87 14, jamaica -77 18, mexico -99 19,
    netherlands-antilles -69 12, nicaragua -86 12, panama -80 9, paraguay -58 -25, peru -77 -12,
    saint-kitts-and-nevis -63 17, saint-lucia -61 14, suriname -55 6, trinidad-and-tobago -62 11,
    turks-and-caicos-islands -71 21, uruguay -56 -35, venezuela -67 11`,
  "Europe and Africa": `
    algeria 3 37, austria 16 48, belgium 4 51, bulgaria 23 43, croatia 16 46, cyprus 33 35,
    czech-republic 14 50, denmark 13 56, egypt 31 30, finland 25 60, france 2 49,
    german-democratic-republic 13 52, germany 13 53, gibraltar -5 36, greece 24 38, guernsey -3 49,
    holy-see 12 42, hungary 19 48, ireland -6 53, isle-of-man -4 54, italy 12 42, jersey -2 49,
    kenya 37 -1, latvia 24 57, liberia -11 6, luxembourg 6 50, malta 15 36, mauritius 58 -20,
    monaco 7 44, morocco -8 34, netherlands 5 52, nigeria 3 6, norway 11 60, poland 21 52,
    portugal -9 39, romania 26 44, russia 38 56, serbia 21 45, seychelles 55 -5, south-africa 28 -26,
    spain -4 40, sweden 18 59, switzerland 9 47, tanzania 39 -7, turkey 29 41, ukraine 31 50,
    united-kingdom 0 52`,
  "Asia and the Pacific": `
    afghanistan 69 35, australia 149 -35, bahrain 51 26, brunei 115 5, china-mainland 116 40,
    fiji 178 -18, french-polynesia 210 -18, hong-kong 114 22, india 77 29, indonesia 107 -6,
    iraq 44 33, israel 35 32, japan 140 36, kazakhstan 71 51, korea-south 127 38, kuwait 48 29,
    lebanon 36 34, macau 114 22, malaysia 102 3, marshall-islands 171 7, new-zealand 175 -41,
    oman 59 24, pakistan 67 25, philippines 121 15, qatar 52 25, samoa 188 -14, saudi-arabia 47 25,
    singapore 104 1, sri-lanka 80 7, syria 36 34, taiwan 122 25, thailand 101 14,
    united-arab-emirates 55 25, vietnam 107 11`,
};

/** Where each area lies. */
export const globePlaces: ReadonlyMap<string, GlobePlace> = new Map(
  blocks.flatMap((block) =>
    degrees[block].split(",").map((entry): [string, GlobePlace] => {
      const [slug = "", east = "", north = ""] = entry.trim().split(" ");
      return [slug, { block, east: Number(east), north: Number(north) }];
    }),
  ),
);
