import type { Logform, Logger } from 'winston';
import { late } from '../late.ts';
import { printable, printableJson } from './printable.ts';

export interface LoggerOptions {
  readonly stream: NodeJS.WritableStream;
  /** Lines for eyes instead of JSON. */
  readonly readable: boolean;
  /** Of readable lines. @default true */
  readonly colours?: boolean;
  readonly level?: 'error' | 'warn' | 'info' | 'debug';
}

const winston = late<typeof import('winston')>('winston');

type Line = (entry: Logform.TransformableInfo) => string;

/** Member order is the specification's: timestamp, level in capitals, message, the rest. */
const jsonLine: Line = ({ timestamp, level, message, ...rest }) =>
  printableJson(
    JSON.stringify({ timestamp: timestamp ?? new Date().toISOString(), level: level.toUpperCase(), message, ...rest }),
  );

const colours = { ERROR: '\u001b[31m', WARN: '\u001b[33m', INFO: '\u001b[32m', DEBUG: '\u001b[2m' } as const;
const reset = '\u001b[0m';

const readableLine =
  (inColour: boolean): Line =>
  ({ level, message, job_id, platform, ticket_id, error, warnings }) => {
    const name = level.toUpperCase();
    const colour = colours[name as keyof typeof colours] ?? '';
    const words = (error as { message?: string } | undefined)?.message;
    const where = [platform, job_id, ticket_id].filter(Boolean).join(' ');
    const told = (warnings as readonly { readonly message: string }[] | undefined)?.map(warning => warning.message);
    const more = told?.filter(text => !String(message).includes(text)).map(text => ` (warning: ${text})`) ?? [];
    const line = printable(`${message} ${where}${words ? `: ${words}` : ''}${more.join('')}`);
    return inColour ? `${colour}${name.padEnd(5)}${reset} ${line}` : `${name.padEnd(5)} ${line}`;
  };

/** One object a line, or readable lines for a terminal. */
export const createLogger = ({
  stream,
  readable: forEyes,
  colours: inColour = true,
  level = 'info',
}: LoggerOptions): Logger => {
  const { createLogger: create, format, transports } = winston();
  return create({
    level,
    format: format.printf(forEyes ? readableLine(inColour) : jsonLine),
    transports: [new transports.Stream({ stream })],
  });
};
