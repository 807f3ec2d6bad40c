/** By name; each gives what one operation cost in this round. */
export type Subjects<Name extends string> = Readonly<Record<Name, (round: number) => Promise<number> | number>>;

/**
 * Measures all subjects in every round, the other way around in every second one: what else the machine does meets both.
 *
 * @returns for each name as many numbers as there were rounds, in their order
 */
export async function inTurns<Name extends string>(
  subjects: Subjects<Name>,
  rounds: number,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(subjects) as Name[];
  const measured = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    const turn = round % 2 === 0 ? names : names.toReversed();
    for (const name of turn) measured[name].push(await subjects[name](round));
  }
  return measured;
}
