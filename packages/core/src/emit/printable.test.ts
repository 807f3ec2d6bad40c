import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createLogger } from './create-logger.ts';
import { printable } from './printable.ts';

it('takes what a terminal would obey out of a text, and leaves words of every language', () => {
  expect(printable('a\u001b[2Jb\u009b31mc\rd\te')).toBe('a [2Jb 31mc d e');
  expect(printable('Überlast 障害 😀\nnext')).toBe('Überlast 障害 😀\nnext');
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
