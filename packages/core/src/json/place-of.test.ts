import { expect, it } from 'vitest';
import { placeOf } from './place-of.ts';
import { readJson } from './read-json.ts';

const text = '{\n  "jira": {\n    "rules": [\n      { "a": 1 },\n      2\n    ]\n  }\n}';

it.each([
  [['jira'], '2:3'],
  [['jira', 'rules', 0, 'a'], '4:9'],
  [['jira', 'rules', 1], '5:7'],
  [['jira', 'rules', 2], '3:5'],
  [['jira', 'endpoint', 'x'], '2:3'],
  [['servicenow'], undefined],
  [[], undefined],
])('%j is at %s: its own place, or the nearest around it', (path, expected) => {
  const place = placeOf(readJson(text, { file: 'f.json', kind: 'config' }), path);
  expect(place && `${place.line}:${place.column}`).toBe(expected);
});
