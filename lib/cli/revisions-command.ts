import { Command, InvalidArgumentError } from "commander";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { compareVintages } from "#lib/store/revision-rows";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { describeRevisions } from "./describe-revisions.ts";

interface RevisionsOptions {
  readonly release?: string;
  readonly limit: number;
  readonly json?: true;
}

/** Two vintages of one release, the older first. */
interface VintagePair {
  readonly release: string;
  readonly from: VintageDate;
  readonly to: VintageDate;
}

/** `tickmark revisions mfh 2026-02-18 2026-06-18`: what changed between two vintages, the largest first. */
export function revisionsCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("revisions")
    .description("list what changed in a release between two vintages, the largest first")
    .argument(
      "<vintages...>",
      "RELEASE DATE DATE, or RELEASE@DATE RELEASE@DATE, or DATE DATE with --release",
    )
    .option("--release <slug>", "the release, when only dates are given")
    .option("--limit <count>", "how many revisions are listed", parseLimit, 20)
    .option("--json", "print the report as JSON")
    .action(async (args: readonly string[], options: RevisionsOptions) => {
      const pair = readPair(args, options.release);
      if (typeof pair === "string") {
        context.printError(`${pair}\n`);
        finish(2);
        return;
      }
      finish(await withStore(context, (store) => report(store, pair, options, context)));
    });
}

/** What a call names; a text says what is wrong with it. */
function readPair(args: readonly string[], option: string | undefined): VintagePair | string {
  const usage =
    "Expected a release and two days, such as: tickmark revisions mfh 2026-02-18 2026-06-18";
  const named = args.length === 3 ? args.slice(1).map((day) => `${args[0]}@${day}`) : args;
  const vintages = named.map((text) => {
    const at = text.lastIndexOf("@");
    return { release: at < 0 ? option : text.slice(0, at), date: text.slice(at + 1) };
  });
  const [first, second, ...others] = vintages;
  if (!first?.release || !second?.release || others.length > 0) return usage;
  if (option !== undefined && first.release !== option) return usage;
  if (first.release !== second.release) {
    return `Expected two vintages of one release, found ${first.release} and ${second.release}`;
  }
  const [from, to] = [first.date, second.date].sort();
  if (from === undefined || to === undefined || !isVintageDate(from) || !isVintageDate(to)) {
    return `${usage}, found ${args.join(" ")}`;
  }
  if (from === to) return `Expected two days, found ${from} twice`;
  return { release: first.release, from, to };
}

async function report(
  store: Store,
  { release, from, to }: VintagePair,
  { limit, json }: RevisionsOptions,
  context: Context,
): Promise<number> {
  const releases = await listReleases(store);
  const held = releases.find((one) => one.release.slug === release);
  if (!held) {
    const known = releases.map((one) => one.release.slug).join(", ");
    context.printError(`Expected a release that is held (${known}), found "${release}"\n`);
    return 1;
  }
  const dates = held.vintages.map(({ date }) => date);
  const missing = [from, to].filter((date) => !dates.includes(date));
  if (missing.length > 0) {
    const known = dates.slice(-12).join(", ");
    const older = dates.length > 12 ? `${dates.length - 12} older and ` : "";
    context.printError(
      `${release} has no vintage of ${missing.join(" and none of ")}; held: ${older}${known}\n`,
    );
    return 1;
  }
  const found = await compareVintages(store, release, from, to, limit);
  context.print(json ? `${JSON.stringify(found, null, 2)}\n` : describeRevisions(found));
  return 0;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 0 && limit <= 100_000) return limit;
  throw new InvalidArgumentError("Expected a whole number up to 100000.");
}
