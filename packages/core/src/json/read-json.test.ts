import { evaluate } from '@humanwhocodes/momoa';
import { describe, expect, it } from 'vitest';
import { ItsmError } from '../itsm-error.ts';
import { readJson } from './read-json.ts';

/** The value, or what is said about the text: `1:8: expected a value, …`. */
function read(text: string): unknown {
  try {
    return evaluate(readJson(text, { file: 'f.json', kind: 'input' }));
  } catch (error) {
    if (!ItsmError.is(error) || error.kind !== 'input') throw error;
    return error.message.replace(/^f\.json:/, '');
  }
}

describe('what is JSON', () => {
  it.each([
    ['{"a": [1, -2.5e3, -0, true, null, "x\\u00e9\\n\\/\\ud83d\\ude00"], "b": {}}'],
    ['  [] \r\n'],
    ['"text"'],
    ['"\u007f\u0085\u2028 é 😀 \ud800"'],
    ['{"__proto__": {"a": 1}}'],
    ['{"a": {"x": 1}, "b": {"x": 2}, "A": 3}'],
  ])('%j is read as JSON.parse reads it', text => {
    expect(read(text)).toEqual(JSON.parse(text));
    expect(JSON.stringify(read(text))).toBe(JSON.stringify(JSON.parse(text)));
  });

  it('may begin with a byte order mark, which moves no column', () => {
    expect(read('\uFEFF{"a": 1}')).toEqual({ a: 1 });
    expect(read('\uFEFF{"a" 1}')).toMatch(/^1:6: /);
  });

  it('is told from what is none as JSON.parse tells it', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      'true',
      ' ',
      '"',
      '\\',
      '-',
      '.',
      'e',
      '\n',
      '\t',
      "'",
      'u',
      '/',
    ];
    const texts = pieces.flatMap(a => pieces.flatMap(b => pieces.flatMap(c => [a + b + c, `["${a}${b}${c}"]`])));
    const longer = pieces.flatMap(a => texts.filter((_, index) => index % 7 === 0).map(text => `[${a}${text}`));
    const twice = /stands twice/;
    for (const text of [...texts, ...longer]) {
      const found = read(text);
      const isRefused = typeof found === 'string' && /^\d+:\d+: /.test(found) && !twice.test(found);
      expect([text, isRefused]).toEqual([text, !parses(text)]);
    }
  });

  it('keeps line and column of every node, across each kind of line end', () => {
    const root = readJson('{\r\n  "a":\n [1,\r 22]}', { file: 'f.json', kind: 'input' });
    const member = root.type === 'Object' ? root.members[0] : undefined;
    expect(member?.name.loc.start).toMatchObject({ line: 2, column: 3 });
    expect(member?.value.type === 'Array' && member.value.elements[1]?.loc.start).toMatchObject({ line: 4, column: 2 });
  });
});

describe('what is none is named with its place, what was found and what is accepted', () => {
  it.each([
    ['{\n  "a": 1,\n}', '2:9: a comma before "}" is not allowed'],
    ['[1,]', '1:3: a comma before "]" is not allowed'],
    [
      '{\n  "a": 1\n  "b": 2\n}',
      '3:3: expected a comma or "}", found a double quote; the comma is missing at the end of line 2',
    ],
    ['{ a: 1 }', '1:3: expected a name in double quotes, found "a"'],
    ["{ 'a': 1 }", '1:3: expected a name in double quotes, found a single quote; JSON takes double quotes'],
    ['[“a”]', '1:2: expected a value, found "“"; JSON takes straight double quotes'],
    ['{\n  // note\n}', '2:3: expected a name in double quotes, found "/"; JSON takes no comments'],
    ['[1] # note', '1:5: expected the end of the file, found "#"; JSON takes no comments'],
    ['{ "a" 1 }', '1:7: expected a colon, found "1"'],
    ['{ "a": hunter2 }', '1:8: expected a value, found "h"; a text stands in double quotes'],
    ['[nullhunter2]', '1:2: expected a value, found "n"; a text stands in double quotes'],
    ['[truê\\]', '1:2: expected a value, found "t"; a text stands in double quotes'],
    ['[true// note\n]', '1:6: expected a comma or "]", found "/"; JSON takes no comments'],
    ['[1,, 2]', '1:4: expected a value, found ","'],
    ['[1}', '1:3: expected a comma or "]", found "}"'],
    ['{} x', '1:4: expected the end of the file, found "x"'],
    ['{"a": 1\u00a0}', '1:8: expected a comma or "}", found the invisible character U+00A0; write a plain space'],
    ['[😀]', '1:2: expected a value, found "😀"'],
    ['\r\n\r\n{"a" 1}', '3:6: expected a colon, found "1"'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['01', '1.', '1.x', '1e', '1e+]', '1e\r\n5', '1st', '1-2', '1.5.2'])(
    'the number %s, from where it begins',
    number => {
      expect(read(`[0, ${number}`)).toBe(
        `1:5: expected a value, found "${number[0]}"; no number of JSON is written so`,
      );
    },
  );

  it.each([
    ['[', '1:2: expected a value'],
    ['[1', '1:3: expected a comma or "]"'],
    ['[1, 2\n', '2:1: expected a comma or "]"'],
    ['[1,', '1:4: expected a value'],
    ['{', '1:2: expected a name in double quotes'],
    ['{"a"', '1:5: expected a colon'],
    ['{ "a": ', '1:8: expected a value'],
    ['{"a": "b"', '1:10: expected a comma or "}"'],
    ['{"a": [{}]', '1:11: expected a comma or "}"'],
    ['{"a": 1, ', '1:10: expected a name in double quotes'],
  ])('%j, which ends too early', (text, expected) => {
    expect(read(text)).toBe(`${expected}, found the end of the file; the "${text[0]}" of line 1 is never closed`);
  });

  it.each([
    ['', '1:1: is empty; accepted is JSON'],
    ['\uFEFF \n', '1:1: is empty; accepted is JSON'],
    ['[True]', '1:2: expected a value, found "T"; JSON writes true and false in lower case'],
    ['[None]', '1:2: expected a value, found "N"; JSON writes null'],
    ['[${NAME}]', '1:2: expected a value, found "$"; a reference stands in double quotes, as any text'],
  ])('%j, with what to do', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['{ "a": "x\ny" }', '1:8: a text that is not closed on its line: a double quote is missing'],
    ['{"a": "x,\r\n "b": 1}', '1:7: a text that is not closed on its line: a double quote is missing'],
    ['["abc', '1:2: a text that is not closed on its line: a double quote is missing'],
    ['["C:\\key"]', '1:5: a backslash that begins no escape; write \\\\ for the character itself'],
    ['["\\u12G4"]', '1:3: a backslash that begins no escape; write \\\\ for the character itself'],
    ['["a\tb"]', '1:4: a tab in a text; write \\t'],
    // What comes first is named, though momoa itself may stumble later.
    ['[1 "abc', '1:4: a text that is not closed on its line: a double quote is missing'],
    ['[x, "abc', '1:2: expected a value, found "x"; a text stands in double quotes'],
  ])('%j, with a text that is none', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    [
      '{ "jira": {},\n  "jira": {} }',
      '2:3: this name stands twice in the same object, first on line 1; take one of them out',
    ],
    [
      '[{"a": {"b": 1, "\\u0062": 2}, "a": 1}]',
      '1:17: this name stands twice in the same object, first on line 1; take one of them out',
    ],
  ])('%j, with a name twice', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('counts from the line where the text begins', () => {
    const source = { file: 'jobs.jsonl', kind: 'input', firstLine: 7 } as const;
    expect(() => readJson('[1,]', source)).toThrow(/^jobs\.jsonl:7:3: /);
    expect(() => readJson('{"a": 1, "a": 2}', source)).toThrow(/^jobs\.jsonl:7:10: .* first on line 7; /);
  });
});

describe('a hostile text', () => {
  it('may be 100 levels deep and no deeper', () => {
    expect(read('['.repeat(100) + ']'.repeat(100))).toEqual(JSON.parse('['.repeat(100) + ']'.repeat(100)));
    expect(read(`${'[{"a":'.repeat(50)}[`)).toBe('1:301: is nested more than 100 levels deep');
    expect(read('['.repeat(200_000))).toBe('1:101: is nested more than 100 levels deep');
    expect(read(`${'["[[[[", '.repeat(60)}1${']'.repeat(60)}`)).toBeInstanceOf(Array);
  });

  it('does not get past the depth behind something else that is wrong', () => {
    const deep = '['.repeat(200_000);
    expect(read(`["\n${deep}`)).toBe('1:2: a text that is not closed on its line: a double quote is missing');
    expect(read(`x${deep}`)).toBe('1:1: expected a value, found "x"; a text stands in double quotes');
  });

  it('may be one long text or one long word', () => {
    expect(read(`"${'\\n'.repeat(1_000_000)}"`)).toHaveLength(1_000_000);
    expect(read(`["${'\\n'.repeat(1_000_000)}`)).toBe(
      '1:2: a text that is not closed on its line: a double quote is missing',
    );
    expect(read(`["${'a'.repeat(500_000)}", 01]`)).toBe(
      '1:500006: expected a value, found "0"; no number of JSON is written so',
    );
  });

  it('is not repeated by its error, which keeps no cause either', () => {
    for (const text of ['{"a": hunter2}', '[truehunter2]', '{"hunter2": 1, "hunter2": 2}', '["hunter2', '"\\hunter2"'])
      try {
        readJson(text, { file: 'f.json', kind: 'config' });
        expect.unreachable(text);
      } catch (error) {
        expect(ItsmError.is(error) && [error.message.includes('unter2'), error.cause]).toEqual([false, undefined]);
      }
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
