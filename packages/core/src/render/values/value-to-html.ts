import { SafeText } from '../language/nunjucks-internals.ts';
import { escapeHtml } from './escape-html.ts';
import { isFlat, type Members, shapeOf } from './shape-of.ts';
import { valueToLine } from './value-to-line.ts';

const deepest = 10;

/** A value as HTML: text escaped, unless it is marked as safe; a list as `<ul>`. */
export function valueToHtml(value: unknown, depth = 0): string {
  if (value instanceof SafeText) return value.val;
  if (depth > deepest) return '…';
  const shape = shapeOf(value);
  switch (shape.kind) {
    case 'nothing':
      return '';
    case 'text':
      return escapeHtml(shape.text);
    case 'list':
      return bullets(shape.items.map(item => itemToHtml(item, depth + 1)));
    case 'event':
      return bullets([itemToHtml(value, depth + 1)]);
    case 'object':
      return bullets(membersToHtml(shape.members, depth + 1));
  }
}

function itemToHtml(item: unknown, depth: number): string {
  const shape = shapeOf(item);
  if (shape.kind === 'object' && isFlat(shape.members)) return membersToHtml(shape.members, depth).join(', ');
  if (shape.kind !== 'event') return valueToHtml(item, depth);
  const line = `<strong>${escapeHtml(valueToLine(shape.at))}</strong> ${valueToHtml(shape.event, depth)}`;
  return line + bullets(membersToHtml(shape.more, depth));
}

function membersToHtml(members: Members, depth: number): readonly string[] {
  return members.map(([key, member]) => `<strong>${escapeHtml(key)}</strong>: ${valueToHtml(member, depth + 1)}`);
}

function bullets(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`;
}
