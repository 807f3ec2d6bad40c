import { describe, expect, it } from 'vitest';
import { ticket } from '../__tests__/samples.ts';
import type { DeliveryRecord } from '../contracts.ts';
import { standing } from './standing.ts';

const at = new Date('2025-10-27T10:30:00Z');
const identity = { key: 'itsm-0', jobId: 'abc123', integration: 'servicenow', platform: 'servicenow' };
const error = { kind: 'outcome-unknown', message: 'no answer in time' } as const;
const recordOf = (more: Pick<DeliveryRecord, 'status'> & Partial<DeliveryRecord>): DeliveryRecord => ({
  ...{ ...identity, environment: 'TEST', severity: 'critical', status: 'created', twins: [], attempts: 2, rounds: 0 },
  ...{ warnings: [], createdAt: at, updatedAt: at },
  ...more,
});

describe('standing: what a call is told that sends nothing', () => {
  it('another process holds the delivery: sending, and no success yet', () => {
    expect(standing(identity, { status: 'held' })).toEqual({
      ...identity,
      ...{
        status: 'sending',
        success: false,
        existing: false,
        attempts: 0,
        durationMs: 0,
        dryRun: false,
        warnings: [],
      },
    });
  });

  it.each(['created', 'found'] as const)('%s before: a success that existed, in no time', status => {
    const record = recordOf({ status, ticket, error });
    expect(standing(identity, { status: 'settled', record })).toEqual({
      ...identity,
      ...{ status, success: true, existing: true, ticket, attempts: 2, durationMs: 0, dryRun: false, warnings: [] },
    });
  });

  it('waits for a review: no success, with the reason', () => {
    const record = recordOf({ status: 'needs_review', error });
    expect(standing(identity, { status: 'settled', record })).toMatchObject({
      ...{ status: 'needs_review', success: false, existing: false, error },
    });
  });

  it('is not due: pending, with the date', () => {
    const record = recordOf({ status: 'pending', error, notBefore: at });
    const delivery = standing(identity, { status: 'not-due', record });
    expect(delivery).toMatchObject({ status: 'pending', success: false, notBefore: at, error });
    expect(delivery).not.toHaveProperty('ticket');
  });
});
