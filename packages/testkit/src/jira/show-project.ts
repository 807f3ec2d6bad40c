import type { Place } from './fields/field.ts';
import type { Project } from './site.ts';

/** A project wherever the site names one. */
export const showProject = (
  { id, key, name, type }: Project,
  { site, url, version }: Place,
): Record<string, unknown> => ({
  self: `${url}/rest/api/${version}/project/${id}`,
  id,
  key,
  name,
  projectTypeKey: type,
  ...(site.deployment === 'cloud' ? { simplified: false } : {}),
});
