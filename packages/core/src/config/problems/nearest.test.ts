import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const members = ['priority', 'endpoint', 'dry_run', 'enabled', 'tls', 'proxy'];

describe('nearest', () => {
  it.each([
    ['pririty', 'priority'],
    ['prioirty', 'priority'],
    ['enpoint', 'endpoint'],
    ['Endpoint', 'endpoint'],
    ['dryrun', 'dry_run'],
    ['dry-run', 'dry_run'],
    ['enabeld', 'enabled'],
    ['tsl', 'tls'],
  ])('takes %s for %s', (word, expected) => {
    expect(nearest(word, members)).toBe(expected);
  });

  it.each(['colour', 'x_y', 'zzz', 'password'])('has no suggestion for %s', word => {
    expect(nearest(word, members)).toBeUndefined();
  });

  it('has none where there is nothing to choose from', () => {
    expect(nearest('priority', [])).toBeUndefined();
  });
});
