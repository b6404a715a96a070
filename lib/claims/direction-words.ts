/** Which way words say that a value went; `level` is no way. */
export type Direction = "up" | "down" | "level";

/** The form of a word: one opposite takes the place of another in the same form. */
export type WordForm = "base" | "third-person" | "past" | "participle" | "ing" | "noun" | "adverb";

export interface DirectionWord {
  readonly direction: Direction;
  readonly form: WordForm;
  /** The same form of the opposite; null for words of no direction. */
  readonly opposite: string | null;
}

const forms = ["base", "third-person", "past", "participle", "ing"] as const;

/** Pairs of verbs, up and down, in the order of `forms`; "-" for a form that means something else more often ("lower"). */
const verbs: readonly (readonly [up: string, down: string])[] = [
  ["rise rises rose risen rising", "fall falls fell fallen falling"],
  ["grow grows grew grown growing", "shrink shrinks shrank shrunk shrinking"],
  [regular("increase"), regular("decrease")],
  [regular("climb"), "drop drops dropped dropped dropping"],
  [regular("gain"), "lose loses lost lost losing"],
  [regular("widen"), regular("narrow")],
  [regular("jump"), regular("slump")],
  [regular("advance"), regular("decline")],
  [regular("soar"), regular("plunge")],
  [regular("surge"), regular("tumble")],
  [regular("expand"), regular("contract")],
  [regular("rebound"), "slip slips slipped slipped slipping"],
  [regular("swell"), regular("dwindle")],
  [regular("strengthen"), regular("weaken")],
  [regular("ascend"), "sink sinks sank sunk sinking"],
  [regular("rocket"), regular("plummet")],
  [regular("balloon"), regular("collapse")],
  [regular("recover"), regular("retreat")],
  ["leap leaps leapt leapt leaping", "slide slides slid slid sliding"],
  [regular("mushroom"), regular("crater")],
  [regular("heighten"), regular("ease")],
  [regular("bounce"), "dip dips dipped dipped dipping"],
  [regular("accelerate"), "nosedive nosedives nosedived nosedived nosediving"],
  [regular("boost"), "trim trims trimmed trimmed trimming"],
  [regular("raise"), "cut cuts cut cut cutting"],
  ["rally rallies rallied rallied rallying", regular("slash")],
  [regular("augment"), regular("pare")],
  [regular("increase"), regular("reduce")],
  ["- raises raised raised raising", "- lowers lowered lowered lowering"],
  [regular("enlarge"), regular("curtail")],
  ["replenish replenishes replenished replenished replenishing", regular("deplete")],
  [regular("fatten"), regular("whittle")],
  ["- - upped upped upping", "- - cut cut cutting"],
  ["- - raised raised raising", "- - axed axed axing"],
  ["- - raised raised raising", "- - culled culled culling"],
  [regular("increase"), regular("lessen")],
  [regular("enlarge"), regular("downsize")],
];

/** Verbs that say which way only with an adverb behind them: "ticked up", "headed lower". */
const motions: readonly string[] = [
  regular("tick"),
  regular("inch"),
  regular("edge"),
  "creep creeps crept crept creeping",
  regular("head"),
  regular("drift"),
  regular("move"),
  regular("nudge"),
  regular("push"),
  regular("trend"),
  "go goes went gone going",
  "shoot shoots shot shot shooting",
];

const nouns = [
  ["growth", "shrinkage"],
  ["gains", "losses"],
  ["uptick", "downtick"],
  ["upturn", "downturn"],
  ["gain", "loss"],
] as const;

const adverbs = [
  ["up", "down"],
  ["upward", "downward"],
  ["upwards", "downwards"],
] as const;

const level = ["unchanged", "flat", "steady", "stable"] as const;

/** Every direction word with its form; the first entry of a word that is in two forms is kept. */
export const directionWords: ReadonlyMap<string, DirectionWord> = buildWords();

/** "up", "downward": which way a verb of motion goes. */
export const adverbWords: ReadonlyMap<string, Direction> = new Map(
  adverbs.flatMap(([up, down]): [string, Direction][] => [
    [up, "up"],
    [down, "down"],
  ]),
);

/** The form of each verb of motion. */
export const motionWords: ReadonlyMap<string, WordForm> = new Map(
  motions.flatMap((verb) =>
    verb.split(" ").map((word, place): [string, WordForm] => [word, forms[place] ?? "past"]),
  ),
);

function buildWords(): Map<string, DirectionWord> {
  const words = new Map<string, DirectionWord>();
  const add = (pair: readonly [string, string], form: WordForm) => {
    const [up, down] = pair;
    if (up === "-") return;
    if (!words.has(up)) words.set(up, { direction: "up", form, opposite: down });
    if (!words.has(down)) words.set(down, { direction: "down", form, opposite: up });
  };
  for (const [up, down] of verbs) {
    const [ups, downs] = [up.split(" "), down.split(" ")];
    forms.forEach((form, place) => add([ups[place] ?? "", downs[place] ?? ""], form));
  }
  for (const pair of nouns) add(pair, "noun");
  for (const pair of adverbs) add(pair, "adverb");
  for (const word of level) {
    words.set(word, { direction: "level", form: "adverb", opposite: null });
  }
  return words;
}

function regular(base: string): string {
  const stem = base.endsWith("e") ? base.slice(0, -1) : base;
  return `${base} ${base}s ${stem}ed ${stem}ed ${stem}ing`;
}
