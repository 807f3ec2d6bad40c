import { describe, expect, it } from 'vitest';
import { builtInPatterns } from './built-in-patterns.ts';
import { createRedactor } from './create-redactor.ts';
import { redactChange } from './redact-change.ts';

const redactor = createRedactor([...builtInPatterns.values()]);
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

describe('a later change', () => {
  it('loses what is found in its note, and keeps its fields as they were asked for', () => {
    const fields = { assignee: 'bob@example.com' };
    expect(redactChange({ note: 'Told bob@example.com.', fields }, redactor)).toEqual({
      note: 'Told [redacted:email].',
      fields,
    });
  });

  it('loses it in the name of a file and in its text', () => {
    const attach = { name: 'mail of bob@example.com.txt', content: bytes('from 10.0.0.1'), mediaType: 'text/plain' };
    expect(redactChange({ attach }, redactor)).toEqual({
      attach: {
        name: 'mail of [redacted:email]',
        content: Buffer.from('from [redacted:ipv4]', 'utf8'),
        mediaType: 'text/plain',
      },
    });
  });

  it('keeps a file that is no text byte by byte, and loses it in its name', () => {
    const content = new Uint8Array([0xff, ...bytes('10.0.0.1')]);
    expect(redactChange({ attach: { name: 'heap of 10.0.0.1', content } }, redactor)).toEqual({
      attach: { name: 'heap of [redacted:ipv4]', content },
    });
  });
});
