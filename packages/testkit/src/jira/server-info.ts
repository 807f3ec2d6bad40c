import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call } from '../simulator/route.ts';
import type { Context } from './context.ts';

const servers = {
  cloud: {
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    buildNumber: 100_000,
  },
  datacenter: { version: '10.3.13', versionNumbers: [10, 3, 13], deploymentType: 'Server', buildNumber: 10_030_013 },
} as const;

/** Which Jira this is. Open to everybody, and what a client tells the deployments apart by. */
export const serverInfo = (_call: Call, { url, site }: Context): Reply =>
  jsonReply(200, { baseUrl: url, ...servers[site.deployment], serverTitle: 'Simulated Jira' });
