import type { DeliveryStatus } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h, s } from 'hastscript';

interface Look {
  readonly words: string;
  readonly tone: 'good' | 'bad' | 'warn' | 'busy' | 'idle';
  /** Within 16 × 16. Each status has a shape of its own, so that none is told by its colour alone. */
  readonly path: string;
}

const looks: Readonly<Record<DeliveryStatus | 'dry_run', Look>> = {
  created: {
    words: 'created',
    tone: 'good',
    path: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-1 10 5-5-1.2-1.2L7 8.6 5.2 6.8 4 8z',
  },
  found: {
    words: 'found',
    tone: 'good',
    path: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM4.5 5.5v1.6h7V5.5zm0 3.4v1.6h7V8.9z',
  },
  pending: {
    words: 'pending',
    tone: 'idle',
    path: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6zM7.2 4.5h1.6v3.2l2.2 1.6-1 1.3-2.8-2.1z',
  },
  sending: { words: 'sending', tone: 'busy', path: 'M2 2l13 6-13 6 2.2-5.2L9 8 4.2 7.2z' },
  failed: {
    words: 'failed',
    tone: 'bad',
    path: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zm.9 3.7L4.7 5.9 6.8 8l-2.1 2.1 1.2 1.2L8 9.2l2.1 2.1 1.2-1.2L9.2 8l2.1-2.1-1.2-1.2L8 6.8z',
  },
  unknown: {
    words: 'unknown',
    tone: 'warn',
    path: 'M8 .5 15.5 8 8 15.5.5 8zM7.2 10v1.6h1.6V10zM8 4.2c-1.5 0-2.4.9-2.5 2.2h1.6c0-.5.4-.8.9-.8s.8.3.8.7c0 .7-1.6.9-1.6 2.7h1.6c0-1.1 1.7-1.3 1.7-2.8C10.5 5 9.5 4.2 8 4.2z',
  },
  needs_review: { words: 'needs review', tone: 'warn', path: 'M8 1l7.5 13.5H.5zM7.2 6v4h1.6V6zm0 5v1.6h1.6V11z' },
  dry_run: { words: 'dry run', tone: 'busy', path: 'M3 2h10v12H3zm2 3v1.5h6V5zm0 3v1.5h6V8z' },
};

export const statusWords = (status: DeliveryStatus | 'dry_run'): string => looks[status].words;

/** A status in words and as a shape. */
export function statusBadge(status: DeliveryStatus | 'dry_run'): Element {
  const { words, tone, path } = looks[status];
  return h(`span.status.${tone}`, [shape(path), words]);
}

export const shape = (path: string): Element =>
  s('svg', { viewBox: '0 0 16 16', width: 14, height: 14, ariaHidden: 'true', focusable: 'false' }, [
    s('path', { d: path, fillRule: 'evenodd', fill: 'currentColor' }),
  ]);
