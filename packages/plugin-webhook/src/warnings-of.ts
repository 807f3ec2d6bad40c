import type { Warning } from '@itsm-bridge/core';

/** A page is a success as well, by the rules of webhooks; more often somebody in front of the receiver has answered. */
export const warningsOf = (headers: Readonly<Record<string, unknown>>): readonly Warning[] =>
  /\bhtml\b/i.test(String(headers['content-type'] ?? ''))
    ? [
        {
          code: 'answered-with-page',
          message: 'The endpoint answered with a page: is a sign-in or a proxy in front of it?',
        },
      ]
    : [];
