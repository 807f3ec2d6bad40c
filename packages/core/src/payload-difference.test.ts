import { expect, it } from 'vitest';
import { payloadDifference } from './payload-difference.ts';

it('names each member that differs, in the order of what is there now', () => {
  const shown = { fields: { summary: 'Down', labels: ['a', 'b'], old: 1 }, same: { x: [1] } };
  const now = { added: null, fields: { labels: ['a', 'c', 'd'], summary: 'Down' }, same: { x: [1] } };
  expect(payloadDifference(shown, now)).toEqual([
    { path: 'added', now: null },
    { path: 'fields.labels[1]', shown: 'b', now: 'c' },
    { path: 'fields.labels[2]', now: 'd' },
    { path: 'fields.old', shown: 1 },
  ]);
});

it('is the whole where there is no member to name, and nothing where only the order differs', () => {
  expect(payloadDifference('a', 'b')).toEqual([{ path: '', shown: 'a', now: 'b' }]);
  expect(payloadDifference([1], { 0: 1 })).toEqual([{ path: '', shown: [1], now: { 0: 1 } }]);
  expect(payloadDifference({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
});
