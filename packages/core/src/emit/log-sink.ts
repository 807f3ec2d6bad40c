import type { Logger } from 'winston';
import type { EventSink } from '../contracts.ts';
import { currentTrace } from '../trace/current-trace.ts';
import { logLine } from './log-line.ts';

/** Every event as one line of a winston logger, the host's own or `createLogger`'s. */
export const logSink = (logger: Logger): EventSink => ({
  emit: event => {
    logger.log({ ...logLine(event), ...currentTrace() });
  },
});
