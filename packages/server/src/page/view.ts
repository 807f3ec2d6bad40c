import type { Visitor } from '../access/visitor.ts';
import type { AssetPaths } from './assets.ts';

/** What a page has around it before anybody is known. */
export interface Frame {
  /** Where the console is mounted: empty, or `/itsm`. */
  readonly base: string;
  readonly assets: AssetPaths;
  readonly environment?: string;
}

/** What every page is made with, whatever it shows. */
export interface View extends Frame {
  /** The page's own address, with its query. */
  readonly here: string;
  readonly visitor: Visitor;
  /** Why nothing can be done here by this visitor, with what to do; undefined: they act. */
  readonly whyNot: string | undefined;
  /** Of the hidden field `csrf`, which every form that changes something carries. */
  readonly csrf: string;
  readonly now: Date;
  /** How many dry runs and deliveries wait for a person; absent where nobody has counted. */
  readonly waiting?: number | undefined;
}

/** An address of ours, where the console is mounted. A member that is undefined or empty stays out of the query. */
export function at(
  { base }: Pick<Frame, 'base'>,
  path: string,
  query: Readonly<Record<string, string | readonly string[] | undefined>> = {},
) {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? []))
      .filter(each => each !== '')
      .map((each): [string, string] => [name, each]),
  );
  const search = new URLSearchParams(pairs).toString();
  // An app that is mounted below a path answers there without a slash.
  const whole = base !== '' && path === '/' ? base : `${base}${path}`;
  return search ? `${whole}?${search}` : whole;
}
