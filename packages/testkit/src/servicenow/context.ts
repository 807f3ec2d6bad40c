import type { ServiceNowOptions } from './options.ts';
import type { Store } from './store.ts';

/** What every answer of the platform may need. */
export interface Context {
  readonly store: Store;
  readonly url: string;
  readonly now: () => number;
  /** user_name of who is signed in. */
  readonly user: string;
  readonly options: ServiceNowOptions;
}
