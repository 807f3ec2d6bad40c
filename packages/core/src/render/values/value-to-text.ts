import { shapeOf } from './shape-of.ts';
import { valueToLine } from './value-to-line.ts';

/** A value for a plain text field: text as it is, a list joined with ", ", but lists of records one a line. */
export function valueToText(value: unknown): string {
  const shape = shapeOf(value);
  if (shape.kind === 'text') return shape.text;
  if (shape.kind !== 'list') return valueToLine(value);
  const ofText = shape.items.every(item => shapeOf(item).kind === 'text');
  return ofText ? valueToLine(value) : shape.items.map(valueToLine).filter(Boolean).join('\n');
}
