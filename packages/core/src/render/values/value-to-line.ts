import { type Members, shapeOf } from './shape-of.ts';

const deepest = 10;

/** A value as one line: line breaks become spaces, a list is joined with ", ". */
export function valueToLine(value: unknown): string {
  const text = joined(value, 0);
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').map(line => line.trim());
  return lines.filter(Boolean).join(' ');
}

function joined(value: unknown, depth: number): string {
  if (depth > deepest) return '…';
  const shape = shapeOf(value);
  const each = (part: unknown) => joined(part, depth + 1);
  switch (shape.kind) {
    case 'nothing':
      return '';
    case 'text':
      return shape.text;
    case 'list':
      return shape.items.map(each).filter(Boolean).join(', ');
    case 'event':
      return [`${each(shape.at)} ${each(shape.event)}`, ...pairs(shape.more, each)].join(', ');
    case 'object':
      return pairs(shape.members, each).join(', ');
  }
}

function pairs(members: Members, each: (member: unknown) => string): readonly string[] {
  return members.map(([key, member]) => `${key}: ${each(member)}`);
}
