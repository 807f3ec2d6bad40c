import { ItsmError } from '../../itsm-error.ts';
import type { Place } from './template-node.ts';

/** A template, or a single text of a bigger file. */
export interface TextSource {
  /** For messages: a file, or a file and the path in it. */
  readonly file: string;
  readonly text: string;
  /** Where in the file the text begins, both from 1; without it the text is the file. */
  readonly at?: { readonly line: number; readonly column: number };
}

/** `templates/incident.md:12:7`. A text inside a bigger file has one line there, whatever its own line breaks. */
export function positionIn({ file, at }: TextSource, { lineno = 0, colno = 0 }: Place): string {
  if (!at) return `${file}:${lineno + 1}:${colno + 1}`;
  return `${file}:${at.line}:${lineno === 0 ? at.column + colno : at.column}`;
}

export function templateError(source: TextSource, place: Place, message: string, cause?: unknown): ItsmError {
  return new ItsmError('template', `${positionIn(source, place)}: ${message}`, { cause });
}
