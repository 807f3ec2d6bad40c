import { Registry } from 'prom-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import type { QueueDepth } from '../contracts.ts';
import type { LaneReport } from '../itsm.ts';
import { queueMetrics } from './queue-metrics.ts';

const depth: QueueDepth = { pending: 3, sending: 1, unknown: 2, needsReview: 4, failed: 5, oldestPendingMs: 90_500 };
const since = new Date('2025-10-27T10:30:00Z');
const error = { kind: 'held', message: 'held back' } as const;
const jira: LaneReport = { integration: 'jira', depth, breaker: { since, until: since, error } };
const servicenow: LaneReport = { integration: 'servicenow', depth, paused: { since, error } };

/** The scraped lines, without help and types. */
async function scraped(registry: Registry): Promise<readonly string[]> {
  const text = await registry.metrics();
  return text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
}

function setUp(read: () => Promise<readonly LaneReport[]>) {
  const registry = new Registry();
  const clock = fakeClock();
  let reads = 0;
  queueMetrics(registry, clock, () => {
    reads += 1;
    return read();
  });
  return { registry, clock, reads: () => reads };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('queueMetrics', () => {
  it('tell how much waits, for how long, and what holds it back', async () => {
    const { registry } = setUp(async () => [jira]);
    expect(await scraped(registry)).toEqual([
      'itsm_queue_depth{integration="jira",state="pending"} 3',
      'itsm_queue_depth{integration="jira",state="sending"} 1',
      'itsm_queue_depth{integration="jira",state="unknown"} 2',
      'itsm_queue_depth{integration="jira",state="needs_review"} 4',
      'itsm_dead_letters{integration="jira"} 5',
      'itsm_oldest_pending_seconds{integration="jira"} 90.5',
      'itsm_breaker_open{integration="jira"} 1',
      'itsm_paused{integration="jira"} 0',
    ]);
  });

  it('look once for a scrape, and anew for the next', async () => {
    const { registry, clock, reads } = setUp(async () => [jira]);
    await scraped(registry);
    expect(reads()).toBe(1);
    clock.advance(15_000);
    await scraped(registry);
    expect(reads()).toBe(2);
  });

  it('forget an integration that is reported no more', async () => {
    const reports = [[jira, servicenow], [servicenow]];
    const { registry, clock } = setUp(async () => reports.shift() ?? []);
    expect(await scraped(registry)).toContain('itsm_breaker_open{integration="jira"} 1');
    clock.advance(15_000);
    const lines = await scraped(registry);
    expect(lines).toContain('itsm_paused{integration="servicenow"} 1');
    expect(lines.filter(line => line.includes('jira'))).toEqual([]);
  });

  it('go without where the ledger is away, and leave the host’s other metrics alone', async () => {
    const { registry } = setUp(() => Promise.reject(new Error('gone')));
    expect(await scraped(registry)).toEqual([]);
  });

  it('go without after five seconds where the ledger hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { registry } = setUp(() => new Promise(() => {}));
    const scrape = scraped(registry);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await scrape).toEqual([]);
  });

  it('are registered once, however often somebody works', async () => {
    const { registry, clock } = setUp(async () => [jira]);
    expect(() => queueMetrics(registry, clock, async () => [servicenow])).not.toThrow();
    expect(await scraped(registry)).toContain('itsm_breaker_open{integration="jira"} 1');
  });
});
