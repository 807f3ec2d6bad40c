import { isJsonObject } from '../simulator/is-json-object.ts';
import type { Project, Site } from './site.ts';

/** `{ key }` or `{ id }`, as a body names a project. */
export const findProject = (site: Site, sent: unknown): Project | undefined =>
  isJsonObject(sent)
    ? site.projects.find(project => (sent.id === undefined ? project.key === sent.key : project.id === sent.id))
    : undefined;

/** By key or id, as a path or a query names a project. */
export const projectCalled = (site: Site, keyOrId: string): Project | undefined =>
  site.projects.find(project => project.key === keyOrId.toUpperCase() || project.id === keyOrId);
