import { type Members, shapeOf } from './shape-of.ts';
import { valueToLine } from './value-to-line.ts';

const deepest = 10;

/** A value as Jira wiki markup: text as it is, a list as `*` bullets, nested lists as `**`. */
export function valueToWiki(value: unknown, depth = 1): string {
  const shape = shapeOf(value);
  const stars = '*'.repeat(depth);
  switch (shape.kind) {
    case 'nothing':
      return '';
    case 'text':
      return shape.text;
    case 'list':
      return shape.items.map(item => itemToWiki(item, depth)).join('\n');
    case 'event':
      return `${stars} *${valueToLine(shape.at)}* ${valueToLine([shape.event, ...asPairs(shape.more)])}`;
    case 'object':
      return shape.members.map(([key, member]) => memberToWiki(key, member, depth)).join('\n');
  }
}

function itemToWiki(item: unknown, depth: number): string {
  const shape = shapeOf(item);
  const isBlock = shape.kind === 'list' || shape.kind === 'event';
  if (!isBlock || depth >= deepest) return `${'*'.repeat(depth)} ${valueToLine(item)}`;
  return valueToWiki(item, shape.kind === 'list' ? depth + 1 : depth);
}

function memberToWiki(key: string, member: unknown, depth: number): string {
  const isText = shapeOf(member).kind === 'text' || depth >= deepest;
  const bullet = `${'*'.repeat(depth)} *${key}*:`;
  return isText ? `${bullet} ${valueToLine(member)}` : `${bullet}\n${valueToWiki(member, depth + 1)}`;
}

function asPairs(members: Members): readonly string[] {
  return members.map(([key, member]) => `${key}: ${valueToLine(member)}`);
}
