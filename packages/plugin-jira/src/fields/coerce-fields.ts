import type { Fields, Json } from '@itsm-bridge/core';
import { labelsOf, list } from './lists.ts';

/**
 * Mapped values in the shapes that Jira's API takes: `priority: High` becomes `{ name }`, `component` and `components`
 * become a list of them, labels a list without spaces. Objects, and fields not named here, pass as they are.
 */
export function coerceFields({ component, components, labels, priority, resolution, ...rest }: Fields): Fields {
  const parts = [...list(components), ...list(component)];
  return {
    ...rest,
    ...(priority === undefined || priority === null ? {} : { priority: named(priority) }),
    ...(resolution === undefined || resolution === null ? {} : { resolution: named(resolution) }),
    ...(labels === undefined ? {} : { labels: labelsOf(labels) }),
    ...(parts.length > 0 ? { components: parts.map(named) } : {}),
  };
}

const named = (value: Json): Json => (typeof value === 'object' ? value : { name: String(value) });
