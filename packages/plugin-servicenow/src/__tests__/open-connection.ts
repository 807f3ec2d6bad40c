import { openBench, type ServiceNowOptions, type ServiceNowSimulator, startServiceNow } from '@itsm-bridge/testkit';
import { type Connection, connection } from '../instance/connection.ts';
import { servicenow } from '../servicenow.ts';

interface Opened extends AsyncDisposable {
  readonly instance: ServiceNowSimulator;
  readonly connection: Connection;
  readonly signal: AbortSignal;
}

/** A simulated instance and the plugin's own connection to one of its tables, for what reads it. */
export async function openConnection(table = 'incident', options: ServiceNowOptions = {}): Promise<Opened> {
  const instance = await startServiceNow(options);
  let opened: Connection | undefined;
  const plugin = {
    ...servicenow,
    connect(...given: Parameters<typeof servicenow.connect>) {
      opened = connection(...given);
      return servicenow.connect(...given);
    },
  };
  const signIn = { username: 'integration_user', password: 'sandbox' };
  const config = { servicenow: { endpoint: instance.url, ...signIn, table, retry: { base_seconds: 0.01 } } };
  const bench = await openBench({ config, plugins: [plugin] });
  bench.adapter();
  if (!opened) throw new TypeError('The plugin was not connected.');
  return {
    instance,
    connection: opened,
    signal: new AbortController().signal,
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      await instance.close();
    },
  };
}
