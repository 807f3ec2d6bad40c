import type { Allowance } from './allowance.ts';
import type { Collection } from './collection.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import type { Call } from './route.ts';

/** One line of the route table. */
export interface PlatformRoute {
  readonly method: string;
  /** `/tickets/:id/notes`; a segment matches exactly one segment. */
  readonly pattern: string;
  /** Undefined: there is no such thing, and the answer is the `failure` 404. */
  answer(call: Call): Reply | undefined;
}

/** What is special about one platform. Everything else is the kit's: HTTP, transcript, faults, rate limit, undoing. */
export interface PlatformDefinition<Behind extends object = object> {
  /** In their order: the first that fits answers. */
  readonly routes: readonly PlatformRoute[];
  /** Whoever may not come in is answered with this. @default everybody may */
  refuse?(request: RecordedRequest): Reply | undefined;
  /**
   * An error in the platform's own words: 404 for what is not there, 400 for a body that is called JSON and is none, 429
   * with what the rate limit says. `Retry-After` is added to a 429.
   * @default `{ "message" }`
   */
  failure?(status: number, message: string, refusal?: Refusal): Reply;
  /** What every answer tells of the rate limit, as headers; it is asked only where there is one. @default nothing */
  allowanceHeaders?(allowance: Allowance): Readonly<Record<string, string>>;
  /** What tests see and do past the API, as members of the simulator: `{ tickets: tickets.all }`. @default nothing */
  readonly behind?: Behind;
}

/** What a definition is given. */
export interface PlatformKit {
  /** Its own address: platforms put links to themselves into their answers. */
  readonly url: string;
  /** Wall clock in Unix milliseconds. */
  readonly now: () => number;
  /**
   * Rows that are taken back where an answer is only rehearsed.
   * @param prefix what ids have before their number: `OD-` makes `OD-1`. @default ''
   */
  collection<Row>(prefix?: string): Collection<Row>;
}
