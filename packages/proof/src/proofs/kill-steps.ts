import type { Platform } from '../world/integration-of.ts';
import type { Trap } from '../world/trapped-proxy.ts';

/** Where a worker is killed: what passes on which line at that moment, and whether it arrives. */
export interface KillStep {
  readonly name: string;
  readonly line: 'database' | 'platform';
  /** One after the other: the last one kills, the ones before make what it waits for. */
  readonly traps: (platform: Platform) => readonly Omit<Trap, 'act'>[];
}

const claim = 'closure as materialized';
const settle = 'with given as materialized';
/** Stands in the body of a create and nowhere else. */
const create: Readonly<Record<Platform, string>> = { servicenow: '"correlation_display"', jira: '"issuetype"' };
const lookUp: Readonly<Record<Platform, string>> = {
  servicenow: 'GET /api/now/table/incident',
  jira: 'GET /rest/api/3/search/jql',
};

export const killSteps: readonly KillStep[] = [
  {
    name: 'before the claim is on record',
    line: 'database',
    traps: () => [{ match: claim, at: 'request', fate: 'drop' }],
  },
  {
    name: 'after `sending` is on record',
    line: 'database',
    traps: () => [{ match: claim, at: 'answer', fate: 'drop' }],
  },
  {
    name: 'before the platform commits, which it never does',
    line: 'platform',
    traps: platform => [{ match: create[platform], at: 'request', fate: 'drop' }],
  },
  {
    name: 'before the platform commits, which it does all the same',
    line: 'platform',
    traps: platform => [{ match: create[platform], at: 'request', fate: 'pass' }],
  },
  {
    name: 'after the platform commits, before its answer',
    line: 'platform',
    traps: platform => [{ match: create[platform], at: 'answer', fate: 'drop' }],
  },
  {
    name: 'before our result is on record',
    line: 'database',
    traps: () => [{ match: settle, at: 'request', fate: 'drop' }],
  },
  {
    name: 'after our result is on record, before the worker knows',
    line: 'database',
    traps: () => [{ match: settle, at: 'answer', fate: 'drop' }],
  },
  {
    name: 'while reconciling',
    line: 'platform',
    traps: platform => [
      { match: create[platform], at: 'answer', fate: 'drop' },
      { match: lookUp[platform], at: 'request', fate: 'pass' },
    ],
  },
];
