import type { Json, Transform } from '../contracts.ts';
import { documentToText } from '../render/document-to-text.ts';
import { parseMarkdown } from '../render/parse-markdown.ts';
import { isoDate } from './iso-date.ts';
import { textOf } from './text-of.ts';

/** @param refuse Called with what the value is not: `a number`. */
export function applyTransform(transform: Transform, value: Json, refuse: (wanted: string) => never): Json {
  switch (transform) {
    case 'join':
      return textOf(value);
    case 'split':
      return Array.isArray(value)
        ? value
        : textOf(value)
            .split(',')
            .map(part => part.trim())
            .filter(part => part !== '');
    case 'upper':
      return eachText(value, text => text.toUpperCase());
    case 'lower':
      return eachText(value, text => text.toLowerCase());
    case 'trim':
      return eachText(value, text => text.trim());
    case 'number':
      return numberOf(value) ?? refuse('a number');
    case 'date':
      return (isDatable(value) ? isoDate(value) : undefined) ?? refuse('a date such as 2025-10-27T10:30:00Z');
    case 'json':
      return JSON.stringify(value);
    case 'markdown-to-text':
      return eachText(value, text => documentToText(parseMarkdown(text)).trimEnd());
  }
}

const eachText = (value: Json, turn: (text: string) => string): Json =>
  Array.isArray(value) ? value.map(element => turn(textOf(element))) : turn(textOf(value));

const isDatable = (value: Json): value is string | number => typeof value === 'string' || typeof value === 'number';

function numberOf(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
