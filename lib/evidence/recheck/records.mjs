// Whether the files that people read say what claims.json says.

/** The columns of claims.csv, each with what a claim of claims.json has for it. */
const columns = {
  number: ({ number }) => number,
  id: ({ id }) => id,
  words: ({ words }) => words,
  sentence: ({ sentence }) => sentence,
  expression: ({ expression }) => expression,
  computation: ({ computation }) => computation,
  value: ({ parts }) => parts.map(({ value }) => valueText(value)).join("; "),
  unit: ({ parts }) => parts.map(({ value }) => value.unit ?? value.type).join("; "),
  computed: ({ computed }) => computed,
  interval: ({ interval }) => interval,
  as_of: ({ asOf }) => asOf,
  pinned: ({ pinned }) => pinned,
  verdict: ({ verdict }) => verdict,
  standing: ({ standing }) => standing.verdict,
  standing_as_of: ({ standing }) => standing.vintage,
  computed_now: ({ standing }) => standing.computed,
  quoted_from: ({ quotedFrom }) => quotedFrom,
  cell_count: ({ cellCount }) => cellCount,
  receipt: ({ receipt }) => receipt,
};

export const claimColumns = Object.keys(columns);

function valueText({ type, amount, period, truth }) {
  return { quantity: amount, period: period ?? "none", truth: String(truth) }[type];
}

/** What is wrong between claims.csv and claims.json, in sentences. */
export function rowTroubles(rows, claims) {
  if (rows.length !== claims.length)
    return [`claims.csv has ${rows.length} claims, claims.json has ${claims.length}`];
  return claims.flatMap((claim, at) => {
    const row = rows[at];
    if (row.number !== String(claim.number))
      return [`claims.csv has claim ${row.number} in place ${claim.number}`];
    return claimColumns.flatMap((name) => {
      const own = String(columns[name](claim) ?? "");
      // An apostrophe keeps a spreadsheet from taking the text for a formula.
      if (row[name] === own || row[name] === `'${own}`) return [];
      return [
        `claims.csv, claim ${claim.number}: "${name}" is "${row[name]}", claims.json has "${own}"`,
      ];
    });
  });
}

/** What is wrong between article.txt and claims.json, in sentences: each claim must stand before its number, in its sentence. */
export function textTroubles(text, claims) {
  const blocks = text.split(/\n\s*\n/).map((block) => ` ${block.replace(/\s+/g, " ")}`);
  const places = blocks.flatMap((block) =>
    [...block.matchAll(/ \[(\d+)\]/g)].map(({ 1: number, index }) => ({
      number: Number(number),
      before: plain(block.slice(0, index)),
      block: plain(block),
    })),
  );
  if (places.length !== claims.length)
    return [
      `article.txt has the numbers of ${places.length} claims, claims.json has ${claims.length}`,
    ];
  return claims.flatMap(({ number, words, sentence }, at) => {
    const { before, block, ...place } = places[at];
    if (place.number !== number)
      return [`article.txt has [${place.number}] where [${number}] is to stand`];
    if (!before.endsWith(plain(words)))
      return [
        `article.txt has "${before.slice(-words.length - 10)}" before [${number}], not "${words}"`,
      ];
    return block.includes(plain(sentence))
      ? []
      : [`article.txt does not have the sentence of claim ${number}: "${sentence}"`];
  });
}

/** A text without the numbers of claims and without who is quoted. */
function plain(text) {
  return text
    .replace(/ \[(?:\d+|quoted: [^\]]*)\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
