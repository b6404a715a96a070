import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { findComparingWords } from "./comparing-words.ts";

function wordsIn(text: string): string[] {
  return findComparingWords(text).map(({ start, end }) => text.slice(start, end));
}

describe("words that need a claim", () => {
  test.each([
    ["Holdings rose by $85.1 billion.", ["rose"]],
    ["Holdings have fallen.", ["fallen"]],
    ["Holdings were falling to $5 billion.", ["falling"]],
    ["Purchases have doubled.", ["doubled"]],
    ["It was up 5 percent, up from 26 percent.", ["up", "up from"]],
    ["Japan’s was unchanged.", ["unchanged"]],
    ["Canadian residents sold $80.7 billion.", ["sold"]],
    ["Belgium was a net seller; officials were selling.", ["seller", "selling"]],
    ["Its net sales were $208.1 billion.", ["sales"]],
    ["more than the $173.4 billion of 2024", ["more than"]],
    ["more than $1 trillion, nearly half of it", ["more than", "nearly", "half"]],
    ["twice as much as a third of the total", ["twice", "a third"]],
    ["about four-fifths higher", ["four-fifths", "higher"]],
    ["Sales were higher in bonds than in stocks.", ["higher"]],
    ["the third-largest holder, after the biggest", ["third-largest", "biggest"]],
    ["the lowest since September 2008", ["lowest since September 2008"]],
    ["the most in any month, a record high", ["most in any month", "record high"]],
    ["Most of it; nearly all bills", ["Most", "nearly", "all"]],
    ["for the fourth month running", ["fourth month running"]],
    ["in eleven of the twelve months", ["eleven of the twelve months"]],
    ["a rise of $5 billion in holdings", ["rise"]],
    ["Holdings edged up, then ticked down.", ["edged up", "ticked down"]],
    [
      "Purchases headed lower, inched higher and crept up.",
      ["headed lower", "inched higher", "crept up"],
    ],
    ["Japan reduced its stake and lowered its holdings.", ["reduced", "lowered"]],
    ["Japan lowers holdings; a buyer lowers its holdings.", ["lowers", "lowers"]],
    ["China scaled back its holdings.", ["scaled back"]],
    ["Japan disposed of Treasuries.", ["disposed of"]],
    ["Investors shunned Treasuries and deserted bonds.", ["shunned", "deserted"]],
    ["Demand dried up; capital flowed out.", ["dried up", "flowed out"]],
    ["Japan is the leading holder.", ["the leading holder"]],
    ["Stocks took the lion’s share.", ["the lion’s share"]],
    ["Sales peaked in May and bottomed out in June.", ["peaked", "bottomed out"]],
    ["Demand stagnated; holdings were little changed.", ["stagnated", "little changed"]],
    ["Japan overtook China and matched Britain.", ["overtook", "matched"]],
    ["Valuation dwarfed purchases.", ["dwarfed"]],
    ["They are dwarfed by prices.", ["dwarfed by"]],
    ["Japan topped the list.", ["topped the list"]],
    ["Japan topped China.", ["topped"]],
    ["It is second only to Britain.", ["second only to"]],
    ["Japan is number one, the No. 1 holder.", ["number one", "No. 1"]],
    ["an unprecedented sale", ["unprecedented"]],
    ["Investors fled Treasuries and piled into stocks.", ["fled", "piled into"]],
    ["Foreigners stepped up their purchases of stocks.", ["stepped up"]],
    ["Demand cooled, then demand for bonds returned.", ["cooled", "returned"]],
    ["Only three countries own more.", ["Only three countries own more"]],
    ["Money was pumped into bonds.", ["pumped into"]],
    ["China pulled out of Treasuries.", ["pulled out of"]],
    ["The fall wiped out gains.", ["wiped out"]],
    ["Stocks gave back their gains.", ["gave back"]],
    ["China offloaded bonds; Japan snapped up bills.", ["offloaded", "snapped up"]],
    ["Japan added to its holdings.", ["added to"]],
    ["Purchases took off in May.", ["took off"]],
    ["The first decline since 2008 came.", ["first decline since 2008"]],
    ["Then the decline continued.", ["decline"]],
    ["China leads Japan in Treasury holdings.", ["leads"]],
    ["Valuation changes dwarf purchases; Spain eclipses Italy.", ["dwarf", "eclipses"]],
    ["Bills leapfrogged bonds.", ["leapfrogged"]],
    ["Holdings, once bigger, were that.", ["bigger"]],
    ["Stocks led the way; Japan came first among holders.", ["led the way", "came first among"]],
    ["It was the worst year of the three, a low ebb.", ["worst", "low ebb"]],
    ["Next to nothing went into stocks.", ["Next to nothing"]],
    ["Foreign appetite for American stocks evaporated.", ["evaporated"]],
    ["Money left American stocks; foreigners shun America.", ["Money left", "shun"]],
    ["Capital flight hit American stocks.", ["Capital flight"]],
    ["Foreigners no longer own stocks.", ["no longer own"]],
    ["Only Japan holds Treasuries.", ["Only"]],
    ["Nobody abroad wants Treasuries.", ["Nobody"]],
    ["Scores of countries have ceased to hold Treasuries.", ["ceased to hold"]],
    ["China has no Treasuries left.", ["has no"]],
    ["Bonds are the only class they want.", ["only class"]],
    ["It went on without a single month of selling.", ["without a single month"]],
    ["It is a sliver of the total.", ["sliver"]],
    ["It septupled.", ["septupled"]],
    ["The sum was umpteen billion dollars, a ten-figure sum.", ["umpteen billion", "ten-figure"]],
    ["It was a year without parallel.", ["without parallel"]],
    ["Month after month it came.", ["Month after month"]],
    ["Net purchases were zero; sales were nil.", ["zero", "nil"]],
    ["record inflows, a record sale", ["record", "record"]],
    ["one dollar in eight, every eighth dollar", ["one dollar in eight", "every eighth dollar"]],
    ["a 40-month high", ["40-month high"]],
    ["It fell in every year since 2019.", ["fell", "every year since 2019"]],
    ["That explains why Japan sold.", ["sold"]],
    ["That is how Japan’s holdings fell.", ["fell"]],
  ])("%s", (text, expected) => {
    expect(wordsIn(text)).toEqual(expected);
  });
});

describe("words that compare nothing", () => {
  test.each([
    "at least in the tables",
    "A rise in holdings is weak evidence of buying, and a fall is weak evidence of selling.",
    "an increase in corporate bonds",
    "more data, and more often",
    "over the year, under the name of the fund",
    "since prices came first",
    "It may be that in May they reported it first.",
    "first reported on the second of the month",
    "a third country, the third quarter of 2025",
    "the most recent release",
    "later and earlier, the latter, the best",
    "That leads to more work, led by the office, and the lead author leads on.",
    "To exceed the limit, a solar eclipse, a dwarf, with a lag of a month",
    "They may shun bonds or flee stocks.",
    "Only the tables tell who holds them. They only hold bonds for others.",
    "No longer a secret; a sliver of light; they stopped counting.",
    "Nobody knows what the owner of a bond wants.",
    "He reached the peak of his fame, and left the office.",
    "a three-figure number, a zero, zero risk, and the net of both is below zero",
    "Those who hold no view; we have no figures on bonds.",
    "the first half of 2025",
    "bonds that run for more than a year",
    "This measure is net purchases: what was bought less what was sold.",
    "net purchases of long-term securities",
    "Stocks made up 46 percent.",
    "have not held up as well",
    "rounded to a tenth of a billion",
    "all countries, one of them",
    "a 10-year note",
    "keep a record of it",
    "The Treasury added that the table would be revised.",
    "a matched sample, matched with the register",
    "Our figures matched what was published.",
    "The account was topped up.",
    "He took off his hat; the plane took off.",
    "Refugees fled the war and poured into the streets.",
    "Work piled up, and the bank pulled the plug.",
    "The table is headed “Holdings”.",
    "Notice No. 2 of 2025, in Table No. 1",
    "the number of holders",
    "Custodians have to record sales. The first sale was in May.",
    "It built up a team, rolled back the rule and extended the deadline.",
    "A falling price lowers holdings without a sale.",
    "The river dried up, the town was deserted, and the water flowed out.",
    "They abandoned the plan; he is a leading light.",
    "The office wound up its work and disposed of the files.",
    "He picked up the phone.",
    "They raised cash. Prices did most of the work. Prices cut both ways.",
    "He stepped up to the desk, cooled his coffee and returned home.",
    "Has Japan sold? Who bought?",
    "How much Japan bought is not known.",
  ])("%s", (text) => {
    expect(wordsIn(text)).toEqual([]);
  });
});

// A hundred texts take two seconds, and several times that where other tests run beside them.
test("any text gives words in order that do not overlap", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      let last = 0;
      for (const { start, end } of findComparingWords(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
  );
}, 60_000);

test("a megabyte of comparisons takes seconds", () => {
  const text = "net sales of it were more than twice the lowest since ".repeat(20_000);
  const spent = startProcessorClock();
  expect(findComparingWords(text).length).toBeGreaterThan(20_000);
  expect(spent()).toBeLessThan(30_000);
}, 120_000);
