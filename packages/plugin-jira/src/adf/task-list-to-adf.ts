import type { List, ListItem, RootContent } from 'mdast';
import type { AdfContext } from './adf-context.ts';
import type { AdfTaskList } from './adf-node.ts';

/**
 * Whether Jira can show the list as tasks: each item has a box and one paragraph, and after it nothing but lists of the
 * same kind. A task has room for inline text only.
 */
export function isTaskList(node: RootContent): node is List {
  return node.type === 'list' && !node.ordered && node.children.every(isTask);
}

function isTask({ checked, children }: ListItem): boolean {
  if (typeof checked !== 'boolean' || children[0]?.type !== 'paragraph') return false;
  return children.every((child, index) => index === 0 || isTaskList(child));
}

export function taskListToAdf({ children }: List, context: AdfContext): AdfTaskList {
  const localId = context.nextLocalId();
  return { type: 'taskList', attrs: { localId }, content: children.flatMap(item => taskToAdf(item, context)) };
}

function taskToAdf({ checked, children: [first, ...others] }: ListItem, context: AdfContext): AdfTaskList['content'] {
  return [
    {
      type: 'taskItem',
      attrs: { localId: context.nextLocalId(), state: checked ? 'DONE' : 'TODO' },
      content: first?.type === 'paragraph' ? context.inlines(first.children) : [],
    },
    ...others.filter(isTaskList).map(list => taskListToAdf(list, context)),
  ];
}
