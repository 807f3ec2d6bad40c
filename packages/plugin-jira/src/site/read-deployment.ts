import { ItsmError, type PluginDeps } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Deployment } from './deployment.ts';

const answer = z.looseObject({ deploymentType: z.string() });
type Http = ReturnType<PluginDeps['createHttp']>;

/** GET /rest/api/2/serverInfo, which Cloud and Data Center have alike: `Cloud`, or `Server` for Data Center. */
export async function readDeployment(http: Http): Promise<Deployment> {
  const { data } = await http.get('/rest/api/2/serverInfo');
  const parsed = answer.safeParse(data);
  if (parsed.success) return parsed.data.deploymentType === 'Cloud' ? 'cloud' : 'datacenter';
  const message = 'The site does not say what it is. Write deployment: "cloud" or "datacenter".';
  throw new ItsmError('unavailable', message);
}
