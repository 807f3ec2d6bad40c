import { Agent, request } from 'node:https';
import { generate } from 'selfsigned';
import RestClient from 'servicenow-rest-api';
import { basic } from '../../simulator/__fixtures__/ask.ts';
import type { ServiceNowOptions } from '../options.ts';
import { type ServiceNowSimulator, startServiceNow } from '../start-servicenow.ts';

/** The client of servicenow-rest-api, with promises for its callbacks, and the instance that it drives. */
export interface DrivenInstance extends AsyncDisposable {
  readonly instance: ServiceNowSimulator;
  /** Rejects with what the client takes for a failure. */
  ask(call: (client: RestClient, give: (result: unknown) => void) => void): Promise<unknown>;
  /** The client uploads nothing: this does. */
  attach(incident: string, name: string, text: string): Promise<void>;
}

/** The client speaks https alone, so the instance gets a certificate, which nobody but the client trusts. */
export async function openRestClient(options: ServiceNowOptions = {}): Promise<DrivenInstance> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'instance' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const instance = await startServiceNow({ ...options, https: { key, cert, ca: cert } });
  const client = new RestClient(new URL(instance.url).host, 'integration_user', 'sandbox');
  const agent = new Agent({ ca: cert });
  client.setNetworkOptions({ httpsAgent: agent });
  return {
    instance,
    ask: call => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      call(client, result => (result instanceof Error ? reject(result) : resolve(result)));
      return promise;
    },
    attach: async (incident, name, text) => {
      const about = new URLSearchParams({ table_name: 'incident', table_sys_id: incident, file_name: name });
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const headers = { authorization: basic('integration_user', 'sandbox'), 'content-type': 'text/markdown' };
      const sent = request(`${instance.url}/api/now/attachment/file?${about}`, { method: 'POST', agent, headers });
      sent.once('error', reject);
      sent.once('response', answer => answer.resume().once('end', resolve));
      sent.end(text);
      return promise;
    },
    [Symbol.asyncDispose]: async () => {
      agent.destroy();
      await instance.close();
    },
  };
}
