import type { AssetPaths } from './assets.ts';
import type { Visitor } from './visitor.ts';

/** What every page is made with, whatever it shows. */
export interface View {
  /** Where the console is mounted: empty, or `/itsm`. */
  readonly base: string;
  /** The page's own address, with its query. */
  readonly here: string;
  readonly visitor: Visitor;
  /** Of the hidden field `csrf`, which every form that changes something carries. */
  readonly csrf: string;
  readonly now: Date;
  readonly assets: AssetPaths;
  readonly environment?: string;
}

/** An address of ours, where the console is mounted. A member that is undefined or empty stays out of the query. */
export function at(
  view: View,
  path: string,
  query: Readonly<Record<string, string | readonly string[] | undefined>> = {},
) {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? []))
      .filter(each => each !== '')
      .map((each): [string, string] => [name, each]),
  );
  const search = new URLSearchParams(pairs).toString();
  return `${view.base}${path}${search ? `?${search}` : ''}`;
}
