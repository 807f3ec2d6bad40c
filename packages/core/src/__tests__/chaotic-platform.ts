import type { ItsmAdapter, TicketRef } from '../contracts.ts';
import type { ItsmError } from '../itsm-error.ts';
import {
  badRequest,
  brokenAnswer,
  busy,
  cancelled,
  refused,
  silence,
  throttled,
  unauthorized,
  unreadable,
} from './failures.ts';
import type { FakeClock } from './fake-clock.ts';
import { ticket } from './samples.ts';

export interface ChaoticPlatformOptions {
  readonly clock: FakeClock;
  readonly random: () => number;
  /** A request that nobody waits for any more is committed within this time, or never. */
  readonly settleWindowMs: number;
  /** Says 400 to every request that it would take. */
  readonly refuses: boolean;
  /** A search shows a ticket up to this much later, and is never conclusive. 0: it shows all that is committed. */
  readonly searchLagMs: number;
  readonly log: (line: string) => void;
}
export interface ChaoticPlatform {
  readonly adapter: ItsmAdapter;
  /** The tickets that exist, or are bound to. The oracle: never more than one. */
  taken(): readonly TicketRef[];
  exists(id: string): boolean;
  /** From now on every request is answered as it should be. */
  calm(): void;
}

type Commits = 'never' | 'now' | 'late';
interface Fate {
  readonly name: string;
  readonly commits: Commits;
  readonly takesMs?: number;
  readonly failure?: () => ItsmError;
}

const fine: Fate = { name: 'created', commits: 'now' };
const refusal: Fate = { name: '400', commits: 'never', failure: badRequest };
const writes: readonly Fate[] = [
  fine,
  refusal,
  { name: '401', commits: 'never', failure: unauthorized },
  { name: '429', commits: 'never', failure: () => throttled(2000) },
  { name: '429 for an hour', commits: 'never', failure: () => throttled(3_600_000) },
  { name: '503 with Retry-After', commits: 'never', failure: () => busy(5000) },
  { name: 'connection refused', commits: 'never', failure: refused },
  { name: '502 before the commit', commits: 'never', failure: () => brokenAnswer(502) },
  { name: '502 after the commit', commits: 'now', failure: () => brokenAnswer(502) },
  { name: '504, not at work', commits: 'never', takesMs: 30_000, failure: () => brokenAnswer(504) },
  { name: '504, still at work', commits: 'late', takesMs: 30_000, failure: () => brokenAnswer(504) },
  { name: 'dropped before the commit', commits: 'never', failure: silence },
  { name: 'dropped after the commit', commits: 'now', failure: silence },
  { name: 'dropped, still at work', commits: 'late', failure: silence },
  { name: 'time-out, never committed', commits: 'never', takesMs: 65_000, failure: silence },
  { name: 'time-out, still at work', commits: 'late', takesMs: 65_000, failure: silence },
];
const reads: readonly Fate[] = [
  ...Array.from({ length: 5 }, () => ({ name: 'read', commits: 'never' }) as const),
  { name: '503', commits: 'never', failure: unreadable },
  { name: 'time-out', commits: 'never', takesMs: 65_000, failure: unreadable },
  { name: '403', commits: 'never', failure: unauthorized },
];

/** A platform on which everything goes wrong that can, and which knows what it has really done. */
export function chaoticPlatform(options: ChaoticPlatformOptions): ChaoticPlatform {
  const { clock, random, settleWindowMs, refuses, searchLagMs, log } = options;
  const commits: { readonly ref: TicketRef; readonly key: string; readonly at: number; readonly shownAt: number }[] =
    [];
  let calm = false;
  const now = () => clock.now().getTime();
  const pick = (fates: readonly Fate[], otherwise: Fate): Fate =>
    calm ? otherwise : (fates[Math.floor(random() * fates.length)] ?? otherwise);

  const commit = (key: string, when: Exclude<Commits, 'never'>, givenUpAt: number): TicketRef => {
    const ref = { ...ticket, id: `id-${commits.length + 1}`, key: `INC${commits.length + 1}` };
    const at = when === 'now' ? now() : givenUpAt + Math.floor(random() * settleWindowMs);
    commits.push({ ref, key, at, shownAt: at + Math.floor(random() * searchLagMs) });
    return ref;
  };

  const adapter: ItsmAdapter = {
    writes: true,
    async resolve(draft) {
      if (!calm && random() < 0.1) throw unreadable();
      return draft;
    },
    prepare: ({ key, title }) => ({ title, correlation_id: key }),
    describe: () => ({ method: 'POST', url: 'https://example.service-now.com/', headers: {}, body: '' }),
    async create(_, { key, signal }) {
      if (signal.aborted) throw cancelled();
      const drawn = pick(writes, fine);
      const fate = refuses && drawn.commits !== 'never' ? refusal : drawn;
      const takesMs = fate.takesMs ?? Math.floor(random() * 500);
      log(`  create: ${fate.name}`);
      const ref = fate.commits === 'never' ? ticket : commit(key, fate.commits, now() + takesMs);
      clock.advance(takesMs);
      if (fate.failure) throw fate.failure();
      return { kind: 'created', ticket: ref, warnings: [] };
    },
    async find({ key }) {
      const fate = pick(reads, { name: 'read', commits: 'never' });
      // The weakest promise: nothing that is committed while the look-up runs is seen.
      const began = now();
      clock.advance(fate.takesMs ?? Math.floor(random() * 500));
      const [first, ...others] = commits.filter(one => one.key === key && one.shownAt <= began);
      log(`  find: ${fate.failure ? fate.name : (first?.ref.key ?? 'nothing')}`);
      if (fate.failure) throw fate.failure();
      if (first) return { kind: 'found', ticket: first.ref, twins: others.map(({ ref }) => ref) };
      return { kind: 'absent', conclusive: searchLagMs === 0 };
    },
    update: async ref => ({ ticket: ref, warnings: [] }),
    async *check() {},
  };

  return {
    adapter,
    taken: () => commits.map(({ ref }) => ref),
    exists: id => commits.some(({ ref, at }) => ref.id === id && at <= now()),
    calm() {
      calm = true;
    },
  };
}
