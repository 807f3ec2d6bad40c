/** By name; each gives what it was in this round: what one operation cost, most often. */
export type Subjects<Name extends string, Result> = Readonly<Record<Name, (round: number) => Promise<Result> | Result>>;

/**
 * Measures all subjects in every round, the other way around in every second one: what else the machine does meets both.
 *
 * @returns for each name as many results as there were rounds, in their order
 */
export async function inTurns<Name extends string, Result>(
  subjects: Subjects<Name, Result>,
  rounds: number,
): Promise<Readonly<Record<Name, readonly Result[]>>> {
  const names = Object.keys(subjects) as Name[];
  const measured = Object.fromEntries(names.map(name => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = 0; round < rounds; round++) {
    const turn = round % 2 === 0 ? names : names.toReversed();
    for (const name of turn) measured[name].push(await subjects[name](round));
  }
  return measured;
}
