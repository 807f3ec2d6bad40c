import { expect, it } from 'vitest';
import { soundValue } from './sound-value.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

it.each([
  '{"a": [1, {"b": "x: \\"y\\": z", "c" : null}], "": {}}',
  '{"a\\"": "\\\\", "b" \n:\t"\\":"}',
  '["a", ":", "b"]',
  '{"__proto__": {"constructor": 1}}',
  '"a text"',
  '0',
  nested(100),
])('%s is read as JSON.parse reads it', text => {
  expect(soundValue(text)).toEqual(JSON.parse(text));
});

it('reads a text of a log that is longer than a regular expression can', () => {
  const json = JSON.stringify({ log: 'a "quoted" word\n'.repeat(1_500_000), 'a \\': 1 });
  // Not `toEqual`: what differs would be printed.
  expect(soundValue(json) !== undefined && JSON.stringify(soundValue(json)) === json).toBe(true);
});

it.each([
  ['no JSON', '{"a": 1,}'],
  ['nothing', ' '],
  ['a name that stands twice', '{"a": 1, "b": {"c": 1, "c": 1}}'],
  ['a name that stands twice, spelt differently', '{"a": 1, "\\u0061": 1}'],
  ['a name of every object that stands twice', '{"__proto__": 1, "__proto__": 2}'],
  ['lists in lists, one level too deep', nested(101)],
])('leaves %s to whoever can say where', (_what, text) => {
  expect(soundValue(text)).toBeUndefined();
});
