import { describe, expect, it } from 'vitest';
import { sigterm } from './sigterm.ts';

describe('SIGTERM under load', () => {
  it('lets what is in flight finish, leaves nothing in `sending`, and the next worker does the rest', {
    timeout: 120_000,
  }, async () => {
    const result = await sigterm({ rounds: 2, drainSeconds: 10, hang: false });
    expect(result).toMatchObject({ deliveries: 48, once: 48, doubled: [], lost: [], leftSending: 0, statuses: [0, 0] });
  });

  it('breaks off what does not finish inside the deadline: on record as unknown, and looked up by the next worker', {
    timeout: 120_000,
  }, async () => {
    const result = await sigterm({ rounds: 2, drainSeconds: 1, hang: true });
    expect(result).toMatchObject({ deliveries: 48, once: 48, doubled: [], lost: [], leftSending: 0, statuses: [0, 0] });
  });
});
