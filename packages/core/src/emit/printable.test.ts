import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createLogger } from './create-logger.ts';
import { printable, printableJson } from './printable.ts';

it('takes what a terminal would obey out of a text, and leaves words of every language', () => {
  expect(printable('a\u001b[2Jb\u009b31mc\rd\te')).toBe('a [2Jb 31mc d e');
  expect(printable('user\u202enimda\u2069 \u061c\u2028x')).toBe('user nimda    x');
  expect(printable('Überlast 障害 😀\nnext')).toBe('Überlast 障害 😀\nnext');
});

it('escapes the same in JSON, which stays what it says', () => {
  const said = { text: 'a\u009b2J\u202eb\u001b\n\u2028' };
  const json = printableJson(JSON.stringify(said, null, 1));
  expect(json).toBe('{\n "text": "a\\u009b2J\\u202eb\\u001b\\n\\u2028"\n}');
  expect(JSON.parse(json)).toEqual(said);
});

it('holds for the log of JSON lines as well', async () => {
  const stream = new PassThrough();
  createLogger({ stream, readable: false }).error({ message: 'x\u009b2J', error: { message: '\u202ey' } });
  expect(String(stream.read())).toMatch(/"message":"x\\u009b2J","error":\{"message":"\\u202ey"\}\}\n$/);
});

it('holds for the readable log: a platform’s words cannot clear the screen', async () => {
  const stream = new PassThrough();
  const logger = createLogger({ stream, readable: true });
  logger.error({ message: 'Ticket creation failed', platform: 'jira', error: { message: '\u001b[2Jgone' } });
  logger.end();
  logger.on('finish', () => stream.end());
  expect(await text(stream)).toBe('\u001b[31mERROR\u001b[0m Ticket creation failed jira:  [2Jgone\n');
});

it('is plain where colours are not wanted', async () => {
  const stream = new PassThrough();
  const logger = createLogger({ stream, readable: true, colours: false });
  logger.error({ message: 'Ticket creation failed', platform: 'jira', error: { message: 'gone' } });
  logger.end();
  logger.on('finish', () => stream.end());
  expect(await text(stream)).toBe('ERROR Ticket creation failed jira: gone\n');
});
