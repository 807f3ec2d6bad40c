import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { newestIssues } from '../look/newest-issues.ts';
import { knownDeployment } from '../site/deployment.ts';
import type { Asked } from './check-site.ts';

const serverInfo = z.looseObject({ deploymentType: z.string(), version: z.string() });
const myself = z.looseObject({ displayName: z.string() });
const project = z.looseObject({ key: z.string(), name: z.string(), projectTypeKey: z.string().optional() });

const names = { cloud: 'Jira Cloud', datacenter: 'Jira Data Center' } as const;

/**
 * That it answers and is what the config takes it for, and that it lets us in. A refused sign-in is an answer, too: the
 * second question tells of it, without asking again, since every further request would be held back.
 */
export function reachAndSignIn({ connection, settings, signal }: Asked): readonly CheckQuestion[] {
  const { api, endpoint } = connection;
  let refusal: ItsmError | undefined;
  const reach = async (): Promise<string> => {
    const answer = await api.get('/serverInfo', { signal }).catch((error: unknown) => {
      if (!ItsmError.is(error) || error.kind !== 'auth') throw error;
      refusal = error;
      return undefined;
    });
    const info = serverInfo.safeParse(answer?.data).data;
    if (!info) return `${endpoint} answers.`;
    const found = info.deploymentType === 'Cloud' ? 'cloud' : 'datacenter';
    const taken = knownDeployment(settings);
    if (taken === undefined || taken === found) return `${endpoint} is ${names[found]} ${info.version}.`;
    throw new ItsmError('config', `${endpoint} is ${names[found]}, and the config takes it for ${names[taken]}.`);
  };
  const signIn = async (): Promise<string> => {
    if (refusal) throw refusal;
    const name = myself.safeParse((await api.get('/myself', { signal })).data).data?.displayName;
    return `${endpoint} lets ${name ?? 'this user'} in.`;
  };
  const credentials = settings.auth ? 'the members of auth' : 'e-mail, token and its expiry';
  return [
    { step: 'reach', hint: 'Check endpoint, deployment, proxy and firewall.', vital: true, ask: reach },
    {
      ...{ step: 'sign in', vital: true, ask: signIn },
      hint: `Check ${credentials}. A token with scopes needs gateway: true.`,
    },
  ];
}

export const lookAtProject = ({ connection, signal }: Asked): CheckQuestion => ({
  step: `project ${connection.project}`,
  hint: 'Check project_key, and that this user may browse the project.',
  vital: true,
  async ask() {
    const { data } = await connection.api.get(`/project/${connection.project}`, { signal });
    const found = project.safeParse(data).data;
    if (found && found.key !== connection.project) {
      throw new ItsmError('config', `${connection.project} is called ${found.key} now.`);
    }
    const kind = found?.projectTypeKey ? ` (${found.projectTypeKey})` : '';
    return `${connection.project} is ${found?.name ?? 'there'}${kind}.`;
  },
});

/** After doubt it is asked whether a ticket is there. */
export const searchProject = ({ connection, signal }: Asked): CheckQuestion => ({
  step: 'search',
  hint: 'Without it no lost answer can be settled: check that this user may browse the project.',
  async ask() {
    await newestIssues(connection, signal);
    return `${connection.project} can be searched.`;
  },
});
