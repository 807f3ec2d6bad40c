import type { ValueNode } from '@humanwhocodes/momoa';
import { ItsmError } from '../../itsm-error.ts';
import { membersOf } from '../../json/members-of.ts';
import { momoa } from '../../json/momoa.ts';

/** A node of the document as the template has it. */
export interface AdfNode {
  readonly type: string;
  /** All of them, `type` and `content` too. */
  readonly members: ReadonlyMap<string, ValueNode>;
  readonly content: readonly AdfNode[] | undefined;
}

/** @throws ItsmError kind `template`: a node or a `content` is something else, with file, line and column. */
export function adfNode(value: ValueNode, file: string): AdfNode {
  const fail = (node: ValueNode, message: string): never => {
    const { line, column } = node.loc.start;
    throw new ItsmError('template', `${file}:${line}:${column}: ${message}`);
  };
  if (value.type !== 'Object')
    return fail(value, `a node in "content" is an object with a text "type"; found ${foundWords(value)}`);
  const members = membersOf(value);
  const type = members.get('type');
  if (type?.type !== 'String')
    return fail(value, 'a node in "content" is an object with a text "type"; this one has none');
  const content = members.get('content');
  if (content !== undefined && content.type !== 'Array')
    return fail(content, `"content" is a list of nodes; found ${foundWords(content)}`);
  return { type: type.value, members, content: content?.elements.map(element => adfNode(element.value, file)) };
}

function foundWords(node: ValueNode): string {
  switch (node.type) {
    case 'Array':
      return 'a list';
    case 'Object':
      return 'an object';
    case 'String':
      return 'a text';
    case 'Number':
      return 'a number';
    default:
      return String(momoa().evaluate(node));
  }
}
