import type { Fields, Json } from '@itsm-bridge/core';

/**
 * Mapped values in the shapes that Jira's API takes: `priority: High` becomes `{ name }`, `component` and `components`
 * become a list of them, labels a list without spaces. Objects, and fields not named here, pass as they are.
 */
export function coerceFields({ component, components, labels, priority, ...rest }: Fields): Fields {
  const parts = [...list(components), ...list(component)];
  return {
    ...rest,
    ...(priority === undefined || priority === null ? {} : { priority: named(priority) }),
    ...(labels === undefined ? {} : { labels: list(labels).map(label) }),
    ...(parts.length > 0 ? { components: parts.map(named) } : {}),
  };
}

const list = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json];

const named = (value: Json): Json => (typeof value === 'object' ? value : { name: String(value) });

/** Jira refuses a label with a space (and a whole issue with it). */
const label = (value: Json): string => String(value).trim().replace(/\s+/g, '-');
