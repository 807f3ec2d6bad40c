import type { MemberRow } from './member-rows.ts';
import type { SignIn } from './sign-ins-of.ts';

/** A member of the ways of signing in that have it. */
export interface SignInRow extends MemberRow {
  /** `oauth2`; with its grants where not all of them have it, with its plugins where it is not the same in all. */
  readonly way: string;
}

/** The members of all ways of all plugins, each said once. @param signIns by the name of the plugin */
export function signInTable(signIns: ReadonlyMap<string, readonly SignIn[]>): readonly SignInRow[] {
  const each = [...signIns].flatMap(([plugin, ways]) =>
    ways.flatMap(({ kind, grant, rows, meaning }) =>
      (rows.length > 0 ? rows : [{ path: '', type: '', fallback: '', meaning }]).map(row => ({
        ...{ plugin, kind, grant, row },
      })),
    ),
  );
  const groups = Map.groupBy(each, ({ kind, row }) => JSON.stringify([kind, row]));
  const order = [...new Set(each.map(({ kind }) => kind))];
  const of = (kind: string, member: 'plugin' | 'grant') =>
    new Set(each.filter(one => one.kind === kind).map(one => one[member])).size;
  const rows = [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, row } = first;
    const some = (member: 'plugin' | 'grant') => {
      const names = [...new Set(group.flatMap(one => one[member] ?? []))];
      return names.length === of(kind, member) ? '' : ` ${names.map(name => `\`${name}\``).join(', ')}`;
    };
    const grants = first.grant === undefined ? '' : some('grant');
    const plugins = grants === '' ? some('plugin') : '';
    return [{ ...row, kind, way: `\`${kind}\`${grants}${plugins && ` of${plugins}`}` }];
  });
  return rows.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).map(({ kind: _, ...row }) => row);
}
