// Checks the claims of one article again. It needs Node 20.12 or later, the files beside it, and nothing else: no network, no
// library, nothing of the site that made them.
//
//   node recheck.mjs           reads the words, computes every claim from cells.csv, and holds the two together
//   node recheck.mjs FOLDER    also finds the Treasury's files in FOLDER by their SHA-256, and each cell in them
//
// It prints a line for each claim and each file, and ends with status 1 when anything fails. README.md says what to expect.
import { amountsOf, cellTroubles } from "./recheck/cells.mjs";
import { checkClaim } from "./recheck/claims.mjs";
import { checkFiles } from "./recheck/files.mjs";
import { claimColumns, rowTroubles, textTroubles } from "./recheck/records.mjs";
import { changedFiles } from "./recheck/sums.mjs";
import { readClaims, readTable, readText } from "./recheck/tables.mjs";

let failures = 0;
try {
  recheck(process.argv[2]);
} catch (error) {
  fail(error.message);
}
console.log(failures === 0 ? "Everything passes." : `${failures} failed.`);
process.exitCode = failures === 0 ? 0 : 1;

function fail(message) {
  failures += 1;
  console.log(`FAIL ${message}`);
}

function recheck(folder) {
  changedFiles().forEach(fail);
  const claims = readClaims("claims.json");
  const cells = readTable("cells.csv", [
    "key",
    "period",
    "value",
    "multiplier",
    "known_from",
    "file",
    "sha256",
    "line",
    "column",
    "row",
    "field",
  ]);
  const sources = readTable("sources.csv", ["vintage", "file", "form", "url", "sha256"]);
  cellTroubles(cells, sources).forEach(fail);
  const amounts = amountsOf(cells);
  let unread = 0;
  for (const claim of claims) {
    const { wrong, isRead } = attempt(claim, amounts);
    const name = `${String(claim.number).padStart(4)}  ${claim.words}`;
    if (wrong !== null) fail(`${name}\n           ${wrong}`);
    else console.log(`PASS ${name}${isRead ? "" : "  (words not re-read)"}`);
    if (!isRead) unread += 1;
  }
  rowTroubles(readTable("claims.csv", claimColumns), claims).forEach(fail);
  textTroubles(readText("article.txt"), claims).forEach(fail);
  console.log(`${claims.length} claims, computed from ${cells.length} cells.`);
  console.log(
    unread === 0
      ? "The words of all claims were read again."
      : `The words of ${unread} claims were not re-read; they were held against "accepts" alone.`,
  );
  if (folder !== undefined) checkFiles(folder, { cells, sources, fail });
  else
    console.log("The Treasury's files were not looked at: node recheck.mjs FOLDER, see README.md.");
}

/** What was found of a claim; what a check stumbles over is wrong with the claim. */
function attempt(claim, amounts) {
  try {
    return checkClaim(claim, amounts);
  } catch (error) {
    return { wrong: error.message, isRead: false };
  }
}
