import type { CanaryReport } from './canary.ts';

/** A report as a person reads it. */
export function canaryTable({
  secrets,
  signIns,
  failures,
  met,
  otherPaths,
  searched,
  leaks,
  letOut,
}: CanaryReport): readonly string[] {
  const missed = met.flatMap(({ at, left }) => left.map(name => `${at}: ${name}`));
  const found = (place: string) => leaks.filter(leak => leak.place === place).length;
  return [
    `${secrets.length} secrets planted in ${signIns} sign-ins, two stores of secrets, the database and a proxy`,
    `${failures} ways in which a platform fails, each met by ${met.length} (${missed.length} missed), and ${otherPaths.length} other paths`,
    ...[...searched].map(
      ([place, size]) => `${place.padEnd(24)} ${String(size).padStart(9)} characters, ${found(place)} secrets`,
    ),
    ...leaks.map(({ secret, form, place, during, around }) => `${secret} (${form}) in ${place}, ${during}: ${around}`),
    `let out on purpose: found in ${[...new Set(letOut.map(({ place }) => place))].join(', ')}`,
  ];
}
