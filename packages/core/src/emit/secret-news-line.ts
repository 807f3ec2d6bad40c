import type { LogEntry } from 'winston';
import type { SecretNews } from '../config/secrets/kept-handle.ts';
import { failureOf } from '../send/failure-of.ts';

/** The log line of a secret that was to be read again. */
export const secretNewsLine = (news: SecretNews): LogEntry =>
  news.kind === 'changed'
    ? { level: 'info', message: `Secret ${news.references} has changed: the new one signs in from now on` }
    : {
        level: 'warn',
        message: `Secret ${news.references} could not be read again: the one read before is used on`,
        error: failureOf(news.error, 'config'),
      };
