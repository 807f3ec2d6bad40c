import { isJsonObject } from '../simulator/is-json-object.ts';
import type { Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import type { Project, Site } from './site.ts';

/** `{ key }` or `{ id }`, as a body names a project. */
export const findProject = (site: Site, sent: unknown): Project | undefined =>
  isJsonObject(sent)
    ? site.projects.find(project => (sent.id === undefined ? project.key === sent.key : project.id === sent.id))
    : undefined;

/** By key or id, as a path or a query names a project. */
export const projectCalled = (site: Site, keyOrId: string): Project | undefined =>
  site.projects.find(project => project.key === keyOrId.toUpperCase() || project.id === keyOrId);

type ProjectAnswer = (project: Project, context: Context, call: Call) => Reply;

/** Answers about the project that the path names. */
export function withProject(answer: ProjectAnswer): Route<Context>['answer'] {
  return (call, context) => {
    const key = call.params.project ?? '';
    const found = context.access === 'granted' ? projectCalled(context.site, key) : undefined;
    return found ? answer(found, context, call) : failures.noProject(key);
  };
}
