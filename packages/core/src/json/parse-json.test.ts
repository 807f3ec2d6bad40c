import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  it('gives the value', () => {
    expect(parseJson('\uFEFF{"a": [1, "x", null]}', { file: 'itsm_config.json', kind: 'config' })).toEqual({
      a: [1, 'x', null],
    });
  });

  it('fails as what it is, with file, line and column', () => {
    const parse = () => parseJson('[1,\n]', { file: 'jobs.jsonl', kind: 'input', firstLine: 7 });
    expect(parse).toThrow(
      expect.objectContaining({ kind: 'input', message: 'jobs.jsonl:7:3: a comma before "]" is not allowed' }),
    );
  });
});
