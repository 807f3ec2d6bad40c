import { ItsmError, noAuth, type PluginDeps } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

const answer = z.looseObject({ cloudId: z.string().regex(/^[\w-]+$/) });

/**
 * GET /_edge/tenant_info of the site, which tells everybody its cloud id: the name under which the gateway knows it.
 *
 * @throws ItsmError kind `config`: the site has none, so that it is no Cloud site.
 */
export async function readCloudId(endpoint: string, createHttp: PluginDeps['createHttp']): Promise<string> {
  const http = createHttp({ baseURL: endpoint, auth: noAuth, errorMessage: () => undefined });
  const { data } = await http.get('/_edge/tenant_info').catch(error => {
    throw ItsmError.is(error) && error.kind === 'rejected' ? notCloud(endpoint) : error;
  });
  const parsed = answer.safeParse(data);
  if (!parsed.success) throw notCloud(endpoint);
  return parsed.data.cloudId;
}

const notCloud = (endpoint: string): ItsmError =>
  new ItsmError('config', `${endpoint} tells no cloud id: set endpoint to the site, or write cloud_id.`);
