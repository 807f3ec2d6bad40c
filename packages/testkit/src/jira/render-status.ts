import type { Context } from './context.ts';
import type { Status } from './workflow.ts';

const categories = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

/** A status with its category, as it appears in an issue and as the target of a transition. */
export function renderStatus(
  { id, name, category }: Status,
  { url, version }: Pick<Context, 'url' | 'version'>,
): Record<string, unknown> {
  const self = `${url}/rest/api/${version}`;
  const { [category]: shown } = categories;
  return {
    self: `${self}/status/${id}`,
    description: '',
    name,
    id,
    statusCategory: { self: `${self}/statuscategory/${shown.id}`, ...shown },
  };
}
