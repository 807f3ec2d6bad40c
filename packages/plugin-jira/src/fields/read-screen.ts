import { ItsmError, type Json } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../site/connection.ts';
import { allPages } from './all-pages.ts';
import { type FieldMeta, fieldMeta, fieldOf } from './field-meta.ts';
import { plainName } from './plain-name.ts';

const issueType = z.looseObject({ id: z.string(), name: z.string(), untranslatedName: z.string().optional() });
type IssueType = z.output<typeof issueType>;

/** The fields that a project, an issue or a transition takes, by their ids. */
export type Screen = ReadonlyMap<string, FieldMeta>;

/** That of a new issue, and its type as a create has to name it. */
export interface CreateScreen {
  readonly fields: Screen;
  readonly issueType: Json;
}

/**
 * GET …/issue/createmeta/{project}/issuetypes and …/issuetypes/{id}, paged: the old path in one piece is deprecated
 * (CHANGE-1304).
 *
 * @throws ItsmError kind `config`: there is no such project for this user, or no such issue type in it.
 */
export async function readScreen(
  { api, project, issueType: wanted }: Pick<Connection, 'api' | 'project' | 'issueType'>,
  signal: AbortSignal,
): Promise<CreateScreen> {
  const path = `/issue/createmeta/${project}/issuetypes`;
  const types = await allPages(api, path, issueType, signal).catch(error => {
    throw ItsmError.is(error) && error.kind === 'rejected' ? noProject(project, error) : error;
  });
  const type = types.find(({ name }) => name === wanted) ?? types.find(each => isCalled(each, wanted));
  if (!type) {
    const names = types.map(({ name }) => name).join(', ');
    const found = names === '' ? `this user may create nothing in ${project}` : `${project} has ${names}`;
    throw new ItsmError('config', `issue_type: "${wanted}" cannot be created; ${found}.`);
  }
  const fields = await allPages(api, `${path}/${type.id}`, fieldMeta, signal);
  return {
    fields: new Map(fields.map(one => fieldOf(one)).map(field => [field.id, field])),
    issueType: refOf(type),
  };
}

export const isSame = (one: string, other: string): boolean => plainName(one) === plainName(other);

const isCalled = ({ id, name, untranslatedName = name }: IssueType, wanted: string): boolean =>
  isSame(name, wanted) || isSame(untranslatedName, wanted) || id === wanted;

/** A create reads the untranslated name; whoever has Jira in another language is shown another one. */
const refOf = ({ id, name, untranslatedName = name }: IssueType): Json =>
  untranslatedName === name ? { name } : { id };

const noProject = (project: string, cause: ItsmError): ItsmError =>
  new ItsmError(
    'config',
    `project_key: no project ${project} in which this user may create issues (${cause.message})`,
    {
      cause,
      ...(cause.status === undefined ? {} : { status: cause.status }),
    },
  );
