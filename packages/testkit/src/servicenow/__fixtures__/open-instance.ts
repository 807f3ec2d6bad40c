import { type Answer, ask, basic } from '../../simulator/__fixtures__/ask.ts';
import type { ServiceNowOptions } from '../options.ts';
import { type ServiceNowSimulator, startServiceNow } from '../start-servicenow.ts';

/** An instance, and requests to its Table API as its integration user. */
export interface Instance extends AsyncDisposable {
  readonly instance: ServiceNowSimulator;
  send(line: string, body?: unknown): Promise<Answer>;
  /** The rows of a query, as an answer shows them. */
  rows(table: string, query: string, fields: string): Promise<unknown>;
  /** Makes an incident and gives its path: `incident/SYS_ID`. */
  incident(body?: object): Promise<string>;
}

export async function openInstance(options: ServiceNowOptions = {}): Promise<Instance> {
  const instance = await startServiceNow({ now: () => Date.UTC(2026, 0, 31, 12), ...options });
  const auth = basic('integration_user', 'sandbox');
  const send = (line: string, body?: unknown) => {
    const [method, path] = line.split(/ (.*)/s);
    return ask(instance.url, `${method} /api/now/table/${path}`, body === undefined ? { auth } : { auth, body });
  };
  return {
    instance,
    send,
    rows: async (table, query, fields) => {
      const search = `sysparm_query=${encodeURIComponent(query)}&sysparm_fields=${fields}`;
      const { body } = await send(`GET ${table}?${search}&sysparm_exclude_reference_link=true`);
      return body && typeof body === 'object' && 'result' in body ? body.result : body;
    },
    incident: async (body = {}) => {
      const { headers } = await send('POST incident', body);
      return headers.get('location')?.split('/table/')[1] ?? '';
    },
    [Symbol.asyncDispose]: () => instance.close(),
  };
}
