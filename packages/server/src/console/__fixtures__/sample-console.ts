import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { refuse } from '../../access/refuse.ts';
import { securityHeaders } from '../../access/security-headers.ts';
import { signInContent } from '../../access/sign-in-page.ts';
import type { AccessEnv, Role } from '../../access/visitor.ts';
import type { Desk } from '../../desk.ts';
import { consoleLook } from '../console-look.ts';
import { consoleRoutes } from '../console-routes.ts';
import { missingPage } from '../missing-page.ts';
import { sampleNow } from './sample-deliveries.ts';
import { type SampleDesk, sampleDesk } from './sample-desk.ts';

export interface SampleConsole {
  readonly app: Hono<AccessEnv>;
  desk: SampleDesk;
  /** Of whoever comes next. */
  role: Role;
  /** Nobody acts. */
  viewOnly: boolean;
  readonly reported: unknown[];
  /** Tells every page that a delivery has news. */
  tell(key: string): Promise<void>;
  /** Ends the streams, as a restart does. */
  drop(): void;
  /** Nobody gets a stream while it is away. */
  isAway: boolean;
}

const calls = [
  ...([
    'search',
    'delivery',
    'deliveries',
    'replay',
    'approve',
    'reject',
    'link',
    'rehearsals',
    'countWaiting',
    'rehearsal',
  ] as const),
  ...(['approveRehearsal', 'rejectRehearsal', 'lanes', 'activity', 'pause', 'resume', 'audit'] as const),
];

/** A console on sample data, with a stream of events that a test holds. */
export function sampleConsole(base = ''): SampleConsole {
  const streams = new Map<SSEStreamingApi, () => void>();
  let id = 0;
  const reported: unknown[] = [];
  // A test may put another desk in its place at any time.
  const later = calls.map(name => [
    name,
    (...given: never[]) => (sample.desk[name] as (...all: never[]) => unknown)(...given),
  ]);
  const look = consoleLook({ base, environment: 'production' });
  const options = {
    ...{ look, desk: { ...sampleDesk(), ...Object.fromEntries(later) } as Desk, now: () => sampleNow },
    newestEvent: async () => BigInt(id),
    report: (error: unknown) => void reported.push(error),
  };
  const app = new Hono<AccessEnv>()
    .basePath(base || '/')
    .use(securityHeaders())
    .route('/', look.assets)
    .use(async (ask, next) => {
      ask.set('visitor', { name: sample.role === 'approver' ? 'Kim' : 'Robin', role: sample.role, how: 'loopback' });
      ask.set('viewOnly', sample.viewOnly);
      ask.set('csrf', 'sample-token');
      if (ask.req.method === 'POST' && (await ask.req.parseBody()).csrf !== 'sample-token') return ask.text('no', 403);
      return next();
    })
    .get('/events', ask => {
      if (sample.isAway) return ask.text('away', 503);
      return streamSSE(ask, async stream => {
        await new Promise<void>(resolve => {
          streams.set(stream, resolve);
          stream.onAbort(resolve);
          void stream.write(': hello\n\n');
        });
        streams.delete(stream);
      });
    })
    .get('/sign-in', ask => ask.html(look.page('Sign in', signInContent('/sign-in', '/', 'Nobody has that token.'))))
    // As everything that the access refuses.
    .get('/too-many-tries', ask => {
      const message = 'From here nobody can sign in for a minute.';
      return refuse(ask, { page: look.page, base }, { status: 429, kind: 'too-many', message });
    })
    .route('/', consoleRoutes(options))
    .notFound(ask => missingPage(options)(ask));
  const sample: SampleConsole = {
    ...{ app, desk: sampleDesk(), role: 'approver', viewOnly: false, reported, isAway: false },
    async tell(key) {
      id += 1;
      const data = JSON.stringify({ id, key, type: 'ticket-created' });
      const event = { event: 'ticket-created', id: String(id), data };
      await Promise.all([...streams.keys()].map(stream => stream.writeSSE(event)));
    },
    drop() {
      for (const end of streams.values()) end();
    },
  };
  return sample;
}
