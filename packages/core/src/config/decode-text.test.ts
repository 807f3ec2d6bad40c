import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

describe('decodeText', () => {
  it.each(['', '{}', '\uFEFF{}', 'Störung 😀', 'a\u0000b', '\uFFFD'])('takes UTF-8 as it is: %j', text => {
    expect(decodeText(Buffer.from(text))).toEqual({ kind: 'text', text });
  });

  it.each([
    ['with its mark', Buffer.from('\uFEFF{"a": 1}', 'utf16le')],
    ['the other way round', Buffer.from('\uFEFF{"a": 1}', 'utf16le').swap16()],
    ['without a mark', Buffer.from('{"a": 1}', 'utf16le')],
    ['without a mark, the other way round', Buffer.from('{"a": 1}', 'utf16le').swap16()],
  ])('knows UTF-16 %s', (_what, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ kind: 'none', problem: expect.stringContaining('is UTF-16') });
  });

  it('says from where a file is no UTF-8, and none of its bytes', () => {
    const problem = 'is no UTF-8 from here on; save the file as UTF-8';
    expect(decodeText(Buffer.from('a\nSt\u00f6rung', 'latin1'))).toEqual({ kind: 'none', place: '2:3', problem });
  });

  it('knows a gzip file', () => {
    expect(decodeText(Buffer.from([0x1f, 0x8b, 8, 0]))).toMatchObject({ problem: 'is a gzip file; unpack it' });
  });
});
