import type { ChaosKind } from './chaos-kinds.ts';
import type { ChaosOptions } from './chaos-options.ts';
import type { FaultEffect } from './fault.ts';
import type { Platform } from './platform.ts';
import { retryAfterDate, retryAfterSeconds } from './retry-after.ts';

/** What the platform asks for where chaos sends it into Retry-After, in milliseconds. */
const retryMs = 1_000;
/** What Jira grants a tenant, endpoint and method in a second; a 429 has to name some limit. */
const perSecond = 100;

/** The fault behind a kind of chaos. `size` from 0 up to 1 says how long the ones that take time take. */
export function chaosEffect(kind: ChaosKind, { size, nowMs, options, platform }: ChaosDraw): FaultEffect {
  const upTo = (most = 500): number => 1 + Math.floor(size * most);
  const gateway = (status: number, retryAfter?: string): FaultEffect => ({
    kind: 'status',
    status,
    body: `<h1>${status}</h1>`,
    ...(retryAfter ? { headers: { 'retry-after': retryAfter } } : {}),
  });
  const tooMany = (retryAfter: string): FaultEffect => ({
    kind: 'status',
    ...platform.tooManyRequests({ perSecond, resetMs: nowMs + retryMs, retryAfter }),
  });
  switch (kind) {
    case '500':
    case '502':
    case '503':
    case '504':
      return gateway(Number(kind));
    case '503-retry-seconds':
      return gateway(503, retryAfterSeconds(retryMs));
    case '503-retry-date':
      return gateway(503, retryAfterDate(nowMs, retryMs));
    case '429-retry-seconds':
      return tooMany(retryAfterSeconds(retryMs));
    case '429-retry-date':
      return tooMany(retryAfterDate(nowMs, retryMs));
    case 'drop-before-commit':
      return { kind: 'drop', commit: false };
    case 'commit-then-drop':
      return { kind: 'drop', commit: true };
    case 'late-commit':
      return { kind: 'late-commit', ms: upTo(options.lateCommitMs) };
    case 'commit-then-502':
      return { kind: 'status', status: 502, body: '<h1>502</h1>', commit: true };
    case 'hang-before-commit':
      return { kind: 'hang', commit: false };
    case 'commit-then-hang':
      return { kind: 'hang', commit: true };
    case 'commit-then-half-body':
      return { kind: 'half-body', commit: true };
    case 'delay':
      return { kind: 'delay', ms: upTo(options.delayMs) };
    case 'page-before-commit':
      return { kind: 'status', status: 200, body: platform.page };
    case 'commit-then-page':
      return { kind: 'status', status: 200, body: platform.page, commit: true };
    case '202-before-commit':
      return { kind: 'status', status: 202 };
    case 'commit-then-202':
      return { kind: 'status', status: 202, commit: true };
    case 'dropped-clause':
      return { kind: 'without-query', name: 'sysparm_query' };
  }
}

interface ChaosDraw {
  readonly size: number;
  readonly nowMs: number;
  readonly options: ChaosOptions;
  readonly platform: Platform;
}
