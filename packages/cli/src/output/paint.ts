import { styleText } from 'node:util';
import type { Io } from '../io.ts';

export type Format = 'bold' | 'italic' | 'dim' | 'cyan' | 'underline' | 'strikethrough' | 'red' | 'green' | 'yellow';
/** A text in these formats, or as it is where they would not be seen. */
export type Paint = (formats: readonly Format[], text: string) => string;

/** Colours are for a terminal's eyes, and for those that do not mind (`NO_COLOR`, `TERM=dumb`). */
export const isColourful = (stream: { readonly isTTY?: boolean }, env: Io['env']): boolean =>
  stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

export const paintFor = (stream: { readonly isTTY?: boolean }, env: Io['env']): Paint =>
  isColourful(stream, env)
    ? (formats, text) =>
        formats.length === 0 || text === '' ? text : styleText([...formats], text, { validateStream: false })
    : (_, text) => text;
