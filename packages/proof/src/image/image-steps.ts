/** What a Dockerfile does, in the order in which it does it. */
export interface ImageSteps {
  /** Of the first stage: shell commands. */
  readonly build: readonly string[];
  /** What the last stage takes from the first, and where it stands there. */
  readonly copied: readonly { readonly from: string; readonly to: string }[];
  readonly uid: number;
  readonly gid: number;
  readonly entrypoint: readonly string[];
}

/** @throws Error where the file has something that it is not made for. */
export function imageSteps(dockerfile: string): ImageSteps {
  const lines = dockerfile
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(line => /^[A-Z]+ /.test(line));
  const second = lines.findLastIndex(line => line.startsWith('FROM '));
  const of = (instruction: string, within: readonly string[]) =>
    within.flatMap(line => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []));
  const [first, last] = [lines.slice(0, second), lines.slice(second)];
  const copied = of('COPY', last).map(line => {
    const [, from, to] = /^--from=build (\S+) (\S+)$/.exec(line) ?? [];
    if (from === undefined || to === undefined) throw new Error(`COPY ${line}: only --from=build is known here.`);
    return { from, to };
  });
  const [, uid, gid] = /^(\d+):(\d+)$/.exec(of('USER', last)[0] ?? '') ?? [];
  return {
    build: of('RUN', first),
    copied,
    uid: Number(uid),
    gid: Number(gid),
    entrypoint: JSON.parse(of('ENTRYPOINT', last)[0] ?? '[]'),
  };
}
