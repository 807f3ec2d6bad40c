import { indented } from './indented.ts';
import { isFlat, type Members, type Shape, shapeOf } from './shape-of.ts';

// Nobody reads lists that deep, and a list that holds itself would never end.
const deepest = 10;

/** A value as Markdown blocks: text as it is, a list as bullets, an object as bullets of its members. */
export const valueToMarkdown = (value: unknown, depth = 0): string => shapeToMarkdown(shapeOf(value), value, depth);

function shapeToMarkdown(shape: Shape, value: unknown, depth: number): string {
  if (depth > deepest) return '…';
  switch (shape.kind) {
    case 'nothing':
      return '';
    case 'text':
      return shape.text;
    case 'list':
      return listToMarkdown(shape.items, () => '- ', depth);
    case 'event':
      return listToMarkdown([value], () => '- ', depth);
    case 'object':
      return membersToMarkdown(shape.members, depth);
  }
}

/** The items under the given markers; a list inside a list stands below the item before it. */
export function listToMarkdown(items: readonly unknown[], marker: (index: number) => string, depth = 0): string {
  const lines: string[] = [];
  let indent = '';
  let count = 0;
  for (const item of items) {
    const text = itemToMarkdown(item, depth + 1).trimEnd();
    if (text === '') continue;
    if (count > 0 && Array.isArray(item)) {
      lines.push(indent + indented(text, indent));
      continue;
    }
    const bullet = marker(count);
    indent = ' '.repeat(bullet.length);
    lines.push(bullet + indented(text, indent));
    count += 1;
  }
  return lines.join('\n');
}

function itemToMarkdown(item: unknown, depth: number): string {
  const shape = shapeOf(item);
  if (shape.kind === 'object' && isFlat(shape.members)) {
    return shape.members.map(([key, member]) => `**${key}**: ${valueToMarkdown(member)}`).join(', ');
  }
  if (shape.kind !== 'event') return shapeToMarkdown(shape, item, depth);
  const line = `**${valueToMarkdown(shape.at, depth)}** ${valueToMarkdown(shape.event, depth)}`;
  return shape.more.length === 0 ? line : `${line}\n${membersToMarkdown(shape.more, depth)}`;
}

function membersToMarkdown(members: Members, depth: number): string {
  return members
    .map(([key, member]) => {
      const text = valueToMarkdown(member, depth + 1).trimEnd();
      const isText = shapeOf(member).kind === 'text';
      return isText ? `- **${key}**: ${indented(text, '  ')}` : `- **${key}**:\n  ${indented(text, '  ')}`;
    })
    .join('\n');
}
