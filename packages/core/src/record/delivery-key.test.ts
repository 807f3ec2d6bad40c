import { describe, expect, it } from 'vitest';
import { deliveryKey } from './delivery-key.ts';

const parts = { environment: 'PROD', integration: 'servicenow', jobId: 'abc123' };

describe('deliveryKey', () => {
  it('never changes: tickets out there carry it', () => {
    expect(deliveryKey(parts)).toMatchInlineSnapshot(`"itsm-b5543f1c7b3bec370ca8fb319a3804b2"`);
  });

  it('does not depend on the order of its parts', () => {
    expect(deliveryKey({ jobId: 'abc123', integration: 'servicenow', environment: 'PROD' })).toBe(deliveryKey(parts));
  });

  it.each([{ environment: 'TEST' }, { integration: 'servicenow_eu' }, { jobId: 'abc124' }])(
    'is another for %j',
    other => {
      expect(deliveryKey({ ...parts, ...other })).not.toBe(deliveryKey(parts));
    },
  );

  it('keeps its parts apart', () => {
    const keys = [
      deliveryKey({ environment: 'a', integration: 'b', jobId: 'c","d' }),
      deliveryKey({ environment: 'a', integration: 'b","c', jobId: 'd' }),
      deliveryKey({ environment: 'a","b', integration: 'c', jobId: 'd' }),
    ];
    expect(new Set(keys).size).toBe(3);
  });

  it.each(['', 'ä ö', 'x'.repeat(10_000), '"\\\n'])('fits a label and a column for any job id (%#)', jobId => {
    expect(deliveryKey({ ...parts, jobId })).toMatch(/^itsm-[0-9a-f]{32}$/);
  });
});
