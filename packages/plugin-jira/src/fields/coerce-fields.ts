import { cutText, type Fields, type Json } from '@itsm-bridge/core';

/** Jira refuses a label that is longer, and a whole issue with it. */
const labelLimit = 255;

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

/** Labels as Jira takes them: none with a space, none empty, none too long. */
export const labelsOf = (value: Json | undefined): readonly string[] =>
  list(value)
    .map(one => cutText(String(one).trim().replace(/\s+/g, '-'), labelLimit))
    .filter(label => label !== '');

const list = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json];

const named = (value: Json): Json => (typeof value === 'object' ? value : { name: String(value) });
