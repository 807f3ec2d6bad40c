import { Writable } from 'node:stream';
import { createLogger } from '@itsm-bridge/core';

export interface LogBook {
  /** To hand to `createItsm`. */
  readonly logger: ReturnType<typeof createLogger>;
  /** The lines so far, parsed. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

/** A logger that prints nothing and remembers every line. */
export function createLogBook(): LogBook {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      for (const line of String(chunk).split('\n').filter(Boolean)) lines.push(JSON.parse(line));
      done();
    },
  });
  return { logger: createLogger({ stream, readable: false }), lines };
}
