/** One member in which two payloads differ; one side is absent where only the other has it. */
export interface Difference {
  /** `fields.priority.name` */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** Member by member, in the order of what was shown; lists are compared by place. */
export function difference(before: unknown, after: unknown): readonly Difference[] {
  const [old, now] = [leaves(before, ''), leaves(after, '')];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths.flatMap((path): readonly Difference[] => {
    const [one, other] = [old.get(path), now.get(path)];
    if (one === other) return [];
    return [
      {
        path: path || 'the whole',
        ...(one === undefined ? {} : { before: one }),
        ...(other === undefined ? {} : { after: other }),
      },
    ];
  });
}

function leaves(value: unknown, path: string): Map<string, string> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return new Map([[path, typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')]]);
  return new Map(
    Object.entries(value).flatMap(([name, member]) => [...leaves(member, path ? `${path}.${name}` : name)]),
  );
}
