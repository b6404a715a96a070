// Whether the key of a series is that of its row and of its column: "slt1.treasuries.net.japan" is Japan's `for_lt_treas_net`.

/** Rows that are printed otherwise than the area is called in a key. */
const otherNames = {
  "belgium-and-luxembourg": "belgium-luxembourg",
  "carib-bnkng-ctrs": "caribbean-banking-centers",
  "depository-institutions": "us-depository-institutions",
  "for-official": "foreign-official",
  "foreign-official-t-bonds-and-notes": "foreign-official",
  "foreign-official-treasury-bills": "foreign-official",
  "holy-see-vatican-city": "holy-see",
  international: "international-organizations",
  "non-financial-organizations": "us-non-financial-organizations",
  "other-financial-organizations": "us-other-financial-organizations",
  "t-bonds-and-notes": "foreign-official",
  "total-regional-orgs": "total-regional-organizations",
  "treasury-bills": "foreign-official",
};

const measures = { holdings: "pos", net: "net", valuation: "valchg" };
const classes = {
  total: "total",
  treasuries: "treas",
  agencies: "agcy",
  corporates: "corp",
  equities: "eqty",
  "corporate-bonds": "corp_bond",
  "government-bonds": "govt_bond",
};
const maturities = { total: "for", "long-term": "for_lt", "short-term": "for_st" };
const traded = "treasuries agencies corporates equities foreign-bonds foreign-equities".split(" ");

/** What is wrong between the key of a cell and its row and field, or null. */
export function keyTrouble({ key, row, field }) {
  const parts = key.split(".");
  const area = slugOf(row);
  if (![area, otherNames[area]].includes(parts.at(-1)))
    return `${key} is of ${parts.at(-1)}, and its row is "${row}"`;
  return isField(parts, row, field) ? null : `${key} is not the series of "${field}", "${row}"`;
}

function isField([release, ...parts], row, field) {
  const [kind, measure] = parts;
  switch (release) {
    case "slt1":
      return field === `for_lt_${classes[kind]}_${measures[measure]}`;
    case "slt2":
      return field === `us_lt_${classes[kind]}_${measures[measure]}`;
    case "slt3":
      return field === `${maturities[kind]}_treas_${measures[measure]}`;
    case "slt3d":
      return slugOf(field).startsWith(kind);
    case "s1":
      return field.startsWith(
        `[${traded.indexOf(kind) + (measure === "sales" ? traded.length : 0) + 1}] `,
      );
    case "press":
      return field === (parts.length === 1 ? "month" : kind);
    case "mfh":
    case "slt5":
      return isOfRow(kind.replace(/^comparison-/, ""), row);
    default:
      return false;
  }
}

/** Bills, and bonds and notes, have rows of their own among those of official holders. */
function isOfRow(measure, row) {
  if (row.endsWith("Treasury Bills")) return measure === "bills";
  if (row.endsWith("T-Bonds & Notes")) return measure === "bonds-and-notes";
  return measure === "holdings" || measure === "comparison";
}

/** "Of Which: Foreign Official (99990)" as a key has it: "foreign-official". */
function slugOf(row) {
  return row
    .normalize("NFD")
    .toLowerCase()
    .replace(/ \(\d+\)$/, "")
    .replace(/^(?:of which:?|memo:) /, "")
    .replaceAll("&", "and")
    .replace(/[\u0300-\u036f']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
