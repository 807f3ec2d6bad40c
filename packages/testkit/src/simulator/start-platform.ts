import { type Collection, createCollection } from './collection.ts';
import type { Platform } from './platform.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { Refusal } from './refusal.ts';
import { jsonReply, type Reply } from './reply.ts';
import { matchRoute, type Route } from './route.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';
import { startSimulator } from './start-simulator.ts';
import { createUndoLog } from './undo-log.ts';

/** What is special about one platform. Everything else is the kit's: HTTP, transcript, faults, rate limit, undoing. */
export interface PlatformDefinition {
  /** In their order: the first that fits answers. */
  readonly routes: readonly Route<void>[];
  /** Whoever may not come in is answered with this. @default everybody may */
  refuse?(request: RecordedRequest): Reply | undefined;
  /** An error in the platform's own words, with headers that only it sends. @default `{ "message" }` */
  failure?(status: number, message: string): Reply;
}

/** What a definition is given. */
export interface PlatformKit {
  /** Its own address: platforms put links to themselves into their answers. */
  readonly url: string;
  readonly now: () => number;
  /** Rows that are taken back where an answer is only rehearsed. */
  collection<Row>(): Collection<Row>;
}

export interface StartPlatformOptions extends SimulatorOptions {
  /** How long a new or changed row is not seen by `indexed()`. @default 0 */
  readonly indexLagMs?: number;
}

/**
 * Starts a simulated platform: routes over rows in memory. Whatever the contract suite and the chaos of the testkit do to
 * requests can be done to it.
 *
 * @throws the error of `listen` where the port is taken.
 */
export function startPlatform(
  options: StartPlatformOptions,
  define: (kit: PlatformKit) => PlatformDefinition,
): Promise<Omit<Simulator, 'tickets'>> {
  const now = options.now ?? Date.now;
  return startSimulator(options, url => {
    const undo = createUndoLog();
    const collection = <Row>() => createCollection<Row>({ undo, now, indexLagMs: options.indexLagMs ?? 0 });
    return platformOf(define({ url, now, collection }), undo.rehearse);
  });
}

function platformOf({ routes, refuse, failure = plain }: PlatformDefinition, rehearse: Platform['rehearse']): Platform {
  return {
    answer: request => {
      const found = matchRoute(routes, request);
      return refuse?.(request) ?? found?.route.answer(found.call) ?? failure(404, `There is no ${request.path} here.`);
    },
    rehearse,
    tooManyRequests: ({ retryAfter }: Refusal) => {
      const reply = failure(429, 'Too many requests.');
      return retryAfter === undefined ? reply : { ...reply, headers: { ...reply.headers, 'retry-after': retryAfter } };
    },
    page: '<!doctype html><title>Sign in</title>',
    suffers: kind => !onlyServiceNow.includes(kind),
  };
}

const plain = (status: number, message: string): Reply => jsonReply(status, { message });

const onlyServiceNow: readonly string[] = ['202-before-commit', 'commit-then-202', 'dropped-clause'];
