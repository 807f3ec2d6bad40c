import type { Context } from './context.ts';
import type { Project } from './site.ts';

/** A project wherever the site names one. */
export const showProject = (
  { id, key, name, type }: Project,
  { url, version }: Pick<Context, 'url' | 'version'>,
): Record<string, unknown> => ({
  self: `${url}/rest/api/${version}/project/${id}`,
  id,
  key,
  name,
  projectTypeKey: type,
  simplified: false,
});
