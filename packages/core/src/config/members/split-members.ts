import { commonMembers } from './common-members.ts';

export interface SplitMembers {
  readonly common: Readonly<Record<string, unknown>>;
  readonly decorators: Readonly<Record<string, unknown>>;
  /** The rest: the plugin's own. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Whose member each is. */
export function splitMembers(members: object, decoratorNames: readonly string[]): SplitMembers {
  const common = commonMembers().shape;
  const ownerOf = (key: string) => {
    if (Object.hasOwn(common, key)) return 'common';
    return decoratorNames.includes(key) ? 'decorators' : 'settings';
  };
  const entries = Object.entries(members);
  const of = (owner: string) => Object.fromEntries(entries.filter(([key]) => ownerOf(key) === owner));
  return { common: of('common'), decorators: of('decorators'), settings: of('settings') };
}
