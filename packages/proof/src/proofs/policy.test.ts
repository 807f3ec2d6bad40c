import { describe, expect, it } from 'vitest';
import { policy } from './policy.ts';

describe('the document’s retry policy, in a worker', () => {
  it.concurrent('a 503 twice and then success: three creates, one ticket', { timeout: 60_000 }, async () => {
    expect(await policy(503, 2)).toMatchObject({ creates: 3, tickets: 1, status: 'created' });
  });

  it.concurrent('a 400: one create, no ticket, a row that says so', { timeout: 60_000 }, async () => {
    expect(await policy(400, 1)).toMatchObject({ creates: 1, tickets: 0, status: 'failed' });
  });
});
