import { describe, expect, it } from 'vitest';
import { ItsmError } from '../../itsm-error.ts';
import { jsonProblem } from './json-problem.ts';
import { parseJson } from './parse-json.ts';

const message = (text: string) => {
  try {
    return parseJson(text, { file: 'itsm_config.json', kind: 'config' });
  } catch (error) {
    return ItsmError.is(error) && error.kind === 'config' ? error.message : error;
  }
};

describe('parseJson', () => {
  it.each([['{"a": [1, -2.5e3, true, null, "x\\u00e9\\n"], "b": {}}'], ['  [] \r\n'], ['"text"'], ['\uFEFF{"a": 1}']])(
    'reads %j',
    text => {
      expect(message(text)).toEqual(JSON.parse(text.replace('\uFEFF', '')));
    },
  );

  it.each([
    ['{\n  "a": 1,\n}', 'itsm_config.json:2:9: a comma before "}" is not allowed'],
    ['{\n  "a": 1\n  "b": 2\n}', 'itsm_config.json:3:3: expected a comma or "}", found """'],
    ['{ a: 1 }', 'itsm_config.json:1:3: expected a name in double quotes, found "a"'],
    [
      "{ 'a': 1 }",
      'itsm_config.json:1:3: expected a name in double quotes, found a single quote; JSON takes double quotes',
    ],
    ['{\n  // note\n}', 'itsm_config.json:2:3: expected a name in double quotes, found "/"; JSON takes no comments'],
    ['{ "a" 1 }', 'itsm_config.json:1:7: expected a colon, found "1"'],
    ['{ "a": hunter2 }', 'itsm_config.json:1:8: expected a value, found "h"'],
    ['{ "a": 01 }', 'itsm_config.json:1:8: expected a value, found "0"'],
    ['{ "a": ', 'itsm_config.json:1:8: expected a value, found the end of the file'],
    ['[1, 2', 'itsm_config.json:1:6: expected a comma or "]", found the end of the file'],
    ['[1,, 2]', 'itsm_config.json:1:4: expected a value, found ","'],
    ['{} x', 'itsm_config.json:1:4: expected the end of the file, found "x"'],
    ['', 'itsm_config.json:1:1: expected a value, found the end of the file'],
    [
      '{ "a": "x\ny" }',
      'itsm_config.json:1:8: a text that is not closed on its line, or has a character that needs a backslash',
    ],
    ['{ "jira": {},\n  "jira": {} }', 'itsm_config.json:2:3: "jira" stands twice in the same object'],
    ['['.repeat(5000), 'itsm_config.json:1:102: is nested more than 100 levels deep'],
  ])('says what is wrong in %j', (text, expected) => {
    expect(message(text)).toBe(expected);
  });

  it('counts from the line where the text begins, and fails as what it is', () => {
    const parse = () => parseJson('[1,]', { file: 'jobs.jsonl', kind: 'input', firstLine: 7 });
    expect(parse).toThrow(
      expect.objectContaining({ kind: 'input', message: expect.stringMatching(/^jobs\.jsonl:7:3: /) }),
    );
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '1', 'true', ' '];
    const texts = pieces.flatMap(a => pieces.flatMap(b => pieces.flatMap(c => pieces.map(d => a + b + c + d))));
    for (const text of texts) expect([text, jsonProblem(text) === undefined]).toEqual([text, parses(text)]);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
