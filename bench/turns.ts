/**
 * Does several works in turns, so that what else the machine does falls on all of them, and gives what came of each in `rounds`
 * rounds, in the order of the works. A round before these warms what is asked, and is not counted. Works are told the number of the
 * round, 0 for that one. Rejects as soon as a work does.
 */
export async function inTurns<T>(
  rounds: number,
  works: readonly ((round: number) => Promise<T>)[],
): Promise<T[][]> {
  const came: T[][] = works.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const one = await work(round);
      if (round > 0) came[index]?.push(one);
    }
  }
  return came;
}
